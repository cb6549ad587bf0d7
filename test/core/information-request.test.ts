import { expect, test } from 'vitest';
import { informationRequests, openRequests } from '../../functions/core/information-request.ts';
import { aCaseFile, anAnswer, aTask } from '../support/builders.ts';

const asked = (key: string, at: string) => ({
  task: aTask({ key, state: 'answered', answerId: `answer-${key}` }),
  answer: anAnswer({
    answerId: `answer-${key}`,
    taskKey: key,
    at,
    answer: { choice: 'ask', missing: `m${key}`, helpfulBy: '2026-12-11', kept: {} },
  }),
});

test('a request stands until something comes in reply, and only answers that won their task count', () => {
  const [first, tenth] = [asked('1', '2026-11-26T09:00:00.000Z'), asked('10', '2026-11-30T09:00:00.000Z')];
  const lost = anAnswer({ answerId: 'lost', answer: { ...Object(first?.answer.answer), missing: 'lost' } });
  const file = aCaseFile({ tasks: [tenth.task, first.task], answers: [tenth.answer, lost, first.answer, anAnswer()] });
  expect(informationRequests(file).map(({ missing, round }) => [round, missing])).toEqual([
    [1, 'm1'],
    [10, 'm10'],
  ]);
  expect(openRequests(file)).toHaveLength(2);
  const by = { kind: 'person', id: 'p' } as const;
  const told = { id: 'i', text: 't', attachments: [], at: '2026-11-28T09:00:00.000Z', by };
  expect(openRequests({ ...file, information: [told] }).map(({ missing }) => missing)).toEqual(['m10']);
});
