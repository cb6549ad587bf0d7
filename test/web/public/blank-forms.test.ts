import { expect, test } from 'vitest';
import { createBlankForms } from '../../../functions/web/public/blank-forms.ts';
import { publicApp } from './public-app.ts';

test('anybody gets a blank form as PDF, in both written forms, and nothing else under that address', async () => {
  const { app } = publicApp();
  const get = (path: string) => app.request(path, {}, { requestContext: { timeEpoch: 0 } });
  const answer = await get('/gulen/forms/application.nn.pdf');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe('inline; filename="gulen-application-nn.pdf"');
  expect(answer.headers.get('cache-control')).toContain('public');
  expect(await answer.text()).toBe('%PDF application 4635 nn');
  for (const file of ['application.en.pdf', 'application.pdf', 'letter.nb.pdf', 'appeal.nb.pdf.exe', 'appeal.nb']) {
    expect((await get(`/gulen/forms/${file}`)).status, file).toBe(404);
  }
  const moved = await get('/orskog/forms/appeal.nb.pdf');
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/alesund/forms/appeal.nb.pdf']);
});

test('a form is asked of its printer once, however many want it; what failed is asked for anew', async () => {
  const sent: unknown[] = [];
  let broken = true;
  const client = {
    send: async (command: { input: { Payload?: Uint8Array } }) => {
      sent.push(JSON.parse(Buffer.from(command.input.Payload ?? []).toString('utf8')));
      if (broken) return { FunctionError: 'Unhandled' };
      return { Payload: Buffer.from(JSON.stringify({ pdfBase64: Buffer.from('%PDF').toString('base64') })) };
    },
  };
  // The client's own type has forty overloads; this is the one that is used.
  const blankForm = createBlankForms({ client: client as never, functionName: 'RenderLetter' });
  const wanted = { form: 'mandate', municipality: '4635', language: 'nb' } as const;
  await expect(blankForm(wanted)).rejects.toThrow('no form');
  broken = false;
  const answers = await Promise.all([blankForm(wanted), blankForm(wanted), blankForm(wanted)]);
  expect(answers.map((pdf) => Buffer.from(pdf).toString())).toEqual(['%PDF', '%PDF', '%PDF']);
  expect(sent).toEqual([wanted, wanted]);
});
