import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

// dynalite has no types of its own; this is its edge.
const dynalite: (options: object) => Server = createRequire(import.meta.url)('dynalite');

/** Plays DynamoDB in a thread of its own, until it is told to close: its work is a third of all the runtime does. */
const server = dynalite({ path: workerData.directory, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
parentPort?.once('message', () => {
  // It closes its database as its server closes.
  server.close(() => parentPort?.close());
  server.closeIdleConnections();
});
