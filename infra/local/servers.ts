import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Thrown when an address is not to be had. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Opens a server on loopback only; port 0 takes a free one. The result is the port. */
export async function listen(server: Server, port: number, what: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? `port ${port} is already in use` : error.message;
      reject(new ListenError(`The ${what} cannot start: ${reason}`, { cause: error }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Closes a server; connections that are kept open, and requests that hang, do not hold it up. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearTimeout(force);
}
