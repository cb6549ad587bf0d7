import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { createApp, renderPage } from '../../../functions/platform/http/index.ts';
import { attachmentsView, serveAttachment, uploadView } from '../../../functions/platform/uploads/index.ts';
import attachments from '../../../templates/partials/attachments.hbs';
import uploadForm from '../../../templates/partials/upload-form.hbs';
import { aCaseFile } from '../../support/builders.ts';
import { fileIn, storeWith } from '../../support/fakes.ts';
import { memoryUploads } from '../../support/memory-uploads.ts';

const env = { requestContext: { timeEpoch: Date.parse('2026-11-24T10:00:00.000Z') } };
const now = '2026-11-24T10:00:00.000Z';
const actor = { kind: 'person', id: 'p1' } as const;
const returnTo = '/gulen/apply/files';

function shell() {
  const report = (error: unknown) => expect.fail(String(error));
  return createApp({ publicUrl: 'https://plan.example', sessionSecret: async () => 's', report });
}

test.each(['nb', 'nn', 'en'] as const)(
  'the form shows what came, why it is refused and how to remove it (%s)',
  async (language) => {
    const uploads = memoryUploads();
    uploads.put('f', 'good', `%PDF-1.7 ${'x'.repeat(3000)}`);
    uploads.put('f', 'page', '<html>');
    const ticket = await uploads.ticket({ folder: 'f', returnTo, now });
    const remove = { action: '/gulen/apply/files/remove', csrf: 'token' };
    const view = async () => load(uploadForm(uploadView({ language, ticket, files: await uploads.list('f'), remove })));
    const html = await view();
    const rows = html('li')
      .toArray()
      .map((row) => html(row).text());
    expect(rows[0]).toMatch(/^\s*\S+ 1 \(PDF\), 3 kB/);
    expect(html('li').eq(0).find('.ds-validation-message')).toHaveLength(0);
    expect(html('li').eq(1).find('.ds-validation-message').text()).toContain('PDF, JPEG');
    expect(html('li').eq(1).find('[name="file"]').attr('value')).toBe('page');
    const form = html('form[enctype="multipart/form-data"]');
    expect(form.attr('action')).toBe('https://bucket.example/');
    // S3 refuses a field that it did not sign, and reads nothing after the file.
    const names = form
      .find('[name]')
      .toArray()
      .map((field) => html(field).attr('name'));
    expect(names).toEqual(['key', 'success_action_redirect', 'file']);
    for (let more = 0; more < 8; more += 1) uploads.put('f', `more-${more}`, '%PDF-1.7');
    expect((await view())('[type="file"]')).toHaveLength(0);
  },
);

test('only a page with an upload form may post to the bucket', async () => {
  const app = shell();
  const page = { title: 'Filer', language: 'nb', body: '' } as const;
  app.get('/with', (c) => renderPage(c, { ...page, formTarget: memoryUploads().origin }));
  app.get('/without', (c) => renderPage(c, page));
  const policyOf = async (path: string) => (await app.request(path, {}, env)).headers.get('content-security-policy');
  expect(await policyOf('/with')).toContain("form-action 'self' https://bucket.example;");
  expect(await policyOf('/without')).toContain("form-action 'self';");
});

test('a file is fetched from the bucket, after it is noted who fetches it', async () => {
  const uploads = memoryUploads();
  uploads.put('f', 'file-id-1234', '%PDF-1.7');
  const { caseId } = aCaseFile().case;
  const input = { folder: 'f', municipality: '4635', caseId, purpose: 'mandate', by: actor, now } as const;
  const file = aCaseFile({ attachments: [...(await uploads.keep(input))] });
  const store = await storeWith();
  const app = shell();
  app.get('/file/:id', (c) => serveAttachment(c, { uploads, store, file, actor, attachmentId: c.req.param('id') }));
  const href = load(attachments(attachmentsView(file, '/file', 'nn')))('a').attr('href') ?? '';
  const answer = await app.request(href, {}, env);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(
    `https://bucket.example/attachments/4635/${caseId}/file-id-1234?as=file-id-.pdf`,
  );
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect((await app.request('/file/another', {}, env)).status).toBe(404);
  expect((await fileIn(store)).events.filter(({ type }) => type === 'attachment-opened')).toEqual([
    { at: now, type: 'attachment-opened', actor, detail: { attachment: 'file-id-1234', purpose: 'mandate' } },
  ]);
});
