import type { InvokeCommand } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { DeliveryError } from '../../functions/core/errors.ts';
import { createPaperEditions } from '../../functions/messages/paper-editions.ts';
import { aCaseFile, aLetter } from '../support/builders.ts';

const now = '2026-12-16T05:30:00.000Z';
const paper = { object: 'letters/x-paper.pdf', sha256: 'f'.repeat(64), pages: 3 };

/** Editions from a function that answers like this; `asked` is what it was given. */
function editions(answer: { readonly Payload?: Buffer; readonly FunctionError?: string }) {
  const asked: unknown[] = [];
  const send = async ({ input }: InvokeCommand) => {
    asked.push(JSON.parse(Buffer.from(input.Payload as Uint8Array).toString('utf8')));
    return answer;
  };
  // The client's `send` is overloaded over all its commands; this uses one.
  return { asked, edition: createPaperEditions({ client: { send: send as never }, functionName: 'RenderLetter' }) };
}

const letter = aLetter({ kind: 'appeal-decided', key: 'a1-2', subject: 'appeal-1' });

test('a letter is asked for anew by its kind, its subject and its round, and answered with its file', async () => {
  const { asked, edition } = editions({ Payload: Buffer.from(JSON.stringify({ outcome: 'rendered', file: paper })) });
  const file = aCaseFile();
  expect(await edition({ file, letter, now })).toEqual(paper);
  const { caseId, municipality } = file.case;
  const of = { kind: 'appeal-decided', subject: 'appeal-1', round: 2, edition: 'paper' };
  expect(asked).toEqual([{ caseId, municipality, now, ...of }]);
});

test.each([
  ['failed', { FunctionError: 'Unhandled', Payload: Buffer.from('{"errorType":"LetterRenderingError"}') }],
  ['answered something else', { Payload: Buffer.from('{"outcome":"rendered"}') }],
  ['said nothing', {}],
])('a renderer that %s prints no letter, and the error names nobody', async (_, answer) => {
  const failed = editions(answer).edition({ file: aCaseFile(), letter, now });
  await expect(failed).rejects.toThrow(DeliveryError);
  await expect(failed).rejects.toThrow(/^letter appeal-decided-a1-2 of case \w+ was not made for paper$/);
});
