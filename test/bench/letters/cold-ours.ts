import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A cold start of the RenderLetter function as it is deployed: its bundle is loaded, and it is asked for a blank form,
 * which needs no case. The form is made archival and checked, as every letter is. The bucket is a server here that has
 * nothing and takes everything.
 */
const bucket = createServer((request, response) => {
  request.resume();
  response.statusCode = request.method === 'PUT' ? 200 : 404;
  response.end(request.method === 'PUT' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
}).listen(0, '127.0.0.1');
await once(bucket, 'listening');
const address = bucket.address();
if (address === null || typeof address === 'string') throw new Error('no port');
process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${address.port}`;

const taskRoot = process.env.LAMBDA_TASK_ROOT ?? '';
const began = performance.now();
await access(join(taskRoot, 'chromium', 'chromium'));
const unpackMs = performance.now() - began;
const { handler } = await import(pathToFileURL(join(taskRoot, 'index.mjs')).href);
const { pdfBase64 } = await handler({ form: 'application', municipality: '4204', language: 'nb' });
// Since this process began.
console.log(JSON.stringify({ unpackMs, firstMs: performance.now(), bytes: Buffer.from(pdfBase64, 'base64').length }));
process.exit(0);
