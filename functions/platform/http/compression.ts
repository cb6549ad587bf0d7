import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from './environment.ts';

/** Smaller than this, in bytes, a page is not worth it. */
const worthwhile = 1000;

/**
 * Compresses the pages that are alike for everybody. Pages with a form or with somebody signed in go as they are: the
 * size of compressed text tells a listener whether what they put beside a secret is like it (the BREACH attack).
 */
export function compressPublicPages() {
  return createMiddleware<WebEnv>(async (c, next) => {
    await next();
    const html = c.res.headers.get('content-type')?.startsWith('text/html') && c.res.body !== null;
    if (!html || c.var.personal) return;
    c.res.headers.append('vary', 'accept-encoding');
    const encoding = acceptedEncoding(c.req.header('accept-encoding'));
    const page = Buffer.from(await c.res.clone().arrayBuffer());
    if (encoding === undefined || page.length < worthwhile) return;
    const { status, headers } = c.res;
    headers.delete('content-length');
    headers.set('content-encoding', encoding);
    c.res = new Response(compress(page, encoding), { status, headers });
  });
}

/** What a browser takes, the smaller first. */
export function acceptedEncoding(header = ''): 'br' | 'gzip' | undefined {
  if (/\bbr\b/.test(header)) return 'br';
  return /\bgzip\b/.test(header) ? 'gzip' : undefined;
}

/** Compressed as HTTP names it. Brotli at 5 costs a page a millisecond; what is kept compressed can be given 11. */
export function compress(content: Uint8Array, encoding: 'br' | 'gzip', quality = 5): Uint8Array<ArrayBuffer> {
  if (encoding === 'gzip') return new Uint8Array(gzipSync(content, { level: 9 }));
  return new Uint8Array(brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
}
