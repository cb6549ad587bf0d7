import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploads } from '../../../../functions/platform/uploads/s3.ts';
import { signPost } from '../../../../functions/platform/uploads/signature.ts';
import { createAwsServer } from '../../../../infra/local/aws/endpoint.ts';
import { s3Service } from '../../../../infra/local/aws/s3/service.ts';
import { BucketStore } from '../../../../infra/local/aws/s3/store.ts';
import { closeServer, listen } from '../../../../infra/local/servers.ts';

const at = (time: string) => `2031-05-05T${time}.000Z`;
const folder = 'folder-of-kari';
const returnTo = '/gulen/apply/files';
const pdf = '%PDF-1.7\nen attest\n%%EOF\n';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

// The clock is moved years ahead, as the local runtime's may be.
let now = at('09:00:00');
const buckets = new BucketStore(mkdtempSync(join(tmpdir(), 's3-')), () => Date.parse(now));
const logged: string[] = [];
const services = { s3: s3Service(buckets, () => Date.parse(now)) };
const server = createAwsServer(
  () => services,
  (line) => logged.push(line),
);
let client: S3Client;
let uploads: ReturnType<typeof createUploads>;
let made = 0;

beforeAll(async () => {
  const endpoint = `http://127.0.0.1:${await listen(server, 0, 'test')}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' };
  client = new S3Client({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
  await client.send(new CreateBucketCommand({ Bucket: 'letters' }));
  const random = () => {
    made += 1;
    return new Uint8Array(16).fill(made);
  };
  const options = { client, bucket: 'letters', endpoint, region: 'eu-north-1', random };
  uploads = createUploads({ ...options, publicUrl: 'https://plan.example' });
});
afterAll(() => closeServer(server));

type Ticket = Awaited<ReturnType<typeof uploads.ticket>>;

/** Posts a file as a browser does; `changes` are fields that somebody has tampered with. */
async function post(ticket: Ticket, content: string | Uint8Array, changes: Record<string, string | undefined> = {}) {
  const form = new FormData();
  const fields = { ...Object.fromEntries(ticket.fields.map(({ name, value }) => [name, value])), ...changes };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([Buffer.from(content)]), 'Attest for Kari.pdf');
  return fetch(ticket.action, { method: 'POST', body: form, redirect: 'manual' });
}

async function refusal(response: Response): Promise<string> {
  const xml = load(await response.text(), { xml: true });
  return `${response.status} ${xml('Code').text()}: ${xml('Message').text()}`;
}

describe('a browser posts a file straight to the bucket', () => {
  it('comes back to our page, and the file is there under a key that says nothing', async () => {
    const response = await post(await uploads.ticket({ folder, returnTo, now }), pdf);
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe('https://plan.example/gulen/apply/files');
    expect(location.searchParams.get('key')).toMatch(/^uploads\/folder-of-kari\/[0-9a-f]{32}$/);
    expect(await uploads.list(folder)).toEqual([
      { id: expect.any(String), bytes: pdf.length, type: 'application/pdf' },
    ]);
    expect(await uploads.list('folder-of-another')).toEqual([]);
  });

  it.each([
    ['another key', { key: 'attachments/x' }, '403 AccessDenied: Invalid according to Policy: Policy Condition failed'],
    ['another page', { success_action_redirect: 'https://evil.example' }, '403 AccessDenied: Invalid according to'],
    [
      'a field that is not signed',
      { acl: 'public-read' },
      '403 AccessDenied: Invalid according to Policy: Extra input',
    ],
    ['no policy', { policy: undefined }, '403 AccessDenied: Access Denied'],
    ['another policy', { policy: Buffer.from('{}').toString('base64') }, '403 SignatureDoesNotMatch: '],
    ['another signature', { 'x-amz-signature': '0'.repeat(64) }, '403 SignatureDoesNotMatch: '],
  ])('is refused with %s', async (_, changes, expected) => {
    const ticket = await uploads.ticket({ folder, returnTo, now });
    expect(await refusal(await post(ticket, pdf, changes))).toContain(expected);
  });

  it('is refused when the page lay open for more than an hour', async () => {
    const ticket = await uploads.ticket({ folder, returnTo, now });
    now = at('10:00:01');
    expect(await refusal(await post(ticket, pdf))).toContain('Policy expired');
    expect(await uploads.list(folder)).toHaveLength(1);
  });

  it('is refused when the file is larger or smaller than the policy says', async () => {
    const { action } = await uploads.ticket({ folder, returnTo, now });
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const signer = { credentials, region: 'eu-north-1', now, seconds: 60 };
    const signed = signPost([{ bucket: 'letters' }, { key: 'k' }, ['content-length-range', 2, 4]], signer);
    const fields = Object.entries({ key: 'k', ...signed }).map(([name, value]) => ({ name, value }));
    expect(await refusal(await post({ action, fields }, '12345'))).toContain('400 EntityTooLarge');
    expect(await refusal(await post({ action, fields }, '1'))).toContain('400 EntityTooSmall');
    expect((await post({ action, fields }, '1234')).status).toBe(204);
  });
});

describe('what was sent in', () => {
  const caseFolder = 'folder-with-many';
  const keep = { folder: caseFolder, municipality: '4635', caseId: 'case', purpose: 'mandate' } as const;
  const by = { kind: 'person', id: 'p', name: 'Kari' } as const;

  it('is judged by content, in the order it came, ten at most', async () => {
    const files = [pdf, '<html>', '', png, Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.7 '), ...Array(6).fill(pdf)];
    for (const [index, content] of files.entries()) {
      now = at(`11:00:${String(index).padStart(2, '0')}`);
      await post(await uploads.ticket({ folder: caseFolder, returnTo, now }), content);
    }
    const listed = (await uploads.list(caseFolder)).map(({ type, problem }) => problem ?? type);
    const expected = ['application/pdf', 'type', 'empty', 'image/png', 'size'];
    expect(listed).toEqual([...expected, ...Array(5).fill('application/pdf'), 'too-many']);
  });

  it('is removed by its id, and never from elsewhere', async () => {
    const [, wrong] = await uploads.list(caseFolder);
    await uploads.remove(caseFolder, wrong?.id ?? '');
    await uploads.remove(caseFolder, 'not-there');
    expect(await uploads.list(caseFolder)).toHaveLength(10);
    await expect(uploads.remove('../../letters', 'x'.repeat(8))).rejects.toThrow(RangeError);
  });

  it('is kept with the case once, whatever becomes of the upload', async () => {
    const records = await uploads.keep({ ...keep, by, now });
    expect(records).toHaveLength(8);
    const [first] = records;
    expect(first).toMatchObject({ type: 'application/pdf', bytes: pdf.length, purpose: 'mandate', at: now, by });
    expect(first?.object).toBe(`attachments/4635/case/${first?.id}`);
    const Key = `uploads/${caseFolder}/${first?.id}`;
    await client.send(new PutObjectCommand({ Bucket: 'letters', Key, Body: '%PDF-1.7 another' }));
    expect(await uploads.keep({ ...keep, by, now })).toContainEqual(first);
    const stored = await client.send(new GetObjectCommand({ Bucket: 'letters', Key: first?.object }));
    expect(await stored.Body?.transformToString()).toBe(pdf);
  });

  it('is downloaded for a minute, as what it is, and only what was signed for', async () => {
    const first = (await uploads.keep({ ...keep, by, now })).find(({ type }) => type === 'application/pdf');
    if (!first) throw new Error('nothing kept');
    const address = await uploads.download(first, { filename: 'vedlegg.pdf', now });
    const response = await fetch(address);
    expect(await response.text()).toBe(pdf);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="vedlegg.pdf"');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(await refusal(await fetch(address.replace('attachment%3B', 'inline%3B')))).toContain('SignatureDoesNot');
    expect(await refusal(await fetch(address.replace('attachments/', 'letters/')))).toContain('SignatureDoesNot');
    now = at('11:05:00');
    expect(await refusal(await fetch(address))).toBe('403 AccessDenied: Request has expired');
    expect(logged).toEqual([]);
  });
});
