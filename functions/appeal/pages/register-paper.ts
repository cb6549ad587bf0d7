import { openAppeal } from '../../core/appeal-state.ts';
import { appealTargetOf, decisionNumberOf } from '../../core/appeal-targets.ts';
import { compareDates } from '../../core/calendar.ts';
import type { CaseEvent, CaseFile } from '../../core/records.ts';
import type { Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { keepFormFiles } from '../../platform/form-files.ts';
import { addInformation } from '../../platform/information.ts';
import { findCase } from './find-case.ts';
import type { PaperAppeal, PaperAppealErrors } from './paper-form.ts';
import { paperAppealTexts } from './paper-texts.ts';
import type { AppealPages } from './ports.ts';
import { submitAppeal } from './submit-appeal.ts';

/** An appeal on paper with who registers it. */
export interface RegisteredPaper extends PaperAppeal {
  readonly submissionKey: string;
  /** Where the scan lies. */
  readonly folder: string;
  readonly actor: CaseEvent['actor'];
  readonly at: Instant;
}

/**
 * Begins the appeal in the case of the municipality that number and person belong to, as received on the day the paper
 * came; the scan is laid with the case. Sent again it finds its own appeal.
 */
export async function registerPaper(
  pages: AppealPages,
  municipality: Municipality,
  sent: RegisteredPaper,
): Promise<Result<{ caseId: string; number: number }, PaperAppealErrors>> {
  const file = await findCase(pages.store, municipality.number, sent);
  if (!file) return { ok: false, error: { caseNumber: 'unknown' } };
  const { caseId, receivedOn } = file.case;
  if (compareDates(sent.receivedOn, receivedOn) < 0) return { ok: false, error: { receivedOn: 'early' } };
  const known = file.appeals.some(({ submissionKey }) => submissionKey === sent.submissionKey);
  const about = appealTargetOf(file, sent.about, sent.receivedOn);
  if (!known && sent.about === 'decision' && about !== 'decision') return { ok: false, error: { about: 'noDecision' } };
  if (!known && openAppeal(file, decisionNumberOf(file, about))) return { ok: false, error: { caseNumber: 'open' } };
  await keepScan(pages, file, sent);
  const { actor, at, postmarkedOn, by, text, wantedChange, lateReason, deferralWanted, submissionKey } = sent;
  const submitted = await submitAppeal(
    pages,
    { caseId, by: { municipality, actor, access: by } },
    {
      ...{ about, wantedChange, lateReason, deferralWanted, submissionKey, at },
      text: text || paperAppealTexts[file.case.language].scanned,
      paper: { receivedOn: sent.receivedOn, ...(postmarkedOn && { postmarkedOn }) },
    },
  );
  if (submitted.result === 'another-open') return { ok: false, error: { caseNumber: 'open' } };
  return { ok: true, value: { caseId, number: submitted.number } };
}

async function keepScan(pages: AppealPages, file: CaseFile, sent: RegisteredPaper): Promise<void> {
  const { caseId, municipality, language } = file.case;
  const { folder, actor: by, at, submissionKey: id } = sent;
  const kept = await keepFormFiles(pages, { folder, municipality, caseId, purpose: 'appeal', by, now: at });
  if (kept.length === 0) return;
  const text = paperAppealTexts[language].scanned;
  await addInformation(pages.store, caseId, { id, text, attachments: kept.map((each) => each.id), at, by });
}
