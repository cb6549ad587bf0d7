import { answerSchemas } from './answers.ts';
import type { Staff } from './parties.ts';
import type { CaseFile } from './records.ts';
import type { CalendarDate, Instant } from './time.ts';

/** What a caseworker found missing and asked the person for; the clock goes on meanwhile (fvl § 11; domain.md § 3.1). */
export interface InformationRequest {
  /** The round of the assessment it was asked in; also the round of its letter. */
  readonly round: number;
  readonly missing: string;
  /** The day by which it helps to have it. Nothing is lost after it. */
  readonly helpfulBy: CalendarDate;
  readonly by: Staff;
  readonly at: Instant;
}

/** Every request of the case, oldest first, from the answers that won their task. */
export function informationRequests({ tasks, answers }: CaseFile): readonly InformationRequest[] {
  const requests = tasks
    .filter(({ kind, answerId }) => kind === 'assessment' && answerId !== undefined)
    .flatMap((task) => {
      const record = answers.find(({ answerId }) => answerId === task.answerId);
      const parsed = answerSchemas.assessment.safeParse(record?.answer);
      if (!record || !parsed.success || parsed.data.choice !== 'ask') return [];
      const { missing, helpfulBy } = parsed.data;
      return [{ round: Number(task.key), missing, helpfulBy, by: record.by, at: record.at }];
    });
  return requests.toSorted((a, b) => a.round - b.round);
}

/** The requests nothing has come in reply to; whether what came is enough is for the caseworker to say. */
export function openRequests(file: CaseFile): readonly InformationRequest[] {
  const newest = file.information.reduce((latest, { at }) => (at > latest ? at : latest), '');
  return informationRequests(file).filter(({ at }) => at >= newest);
}
