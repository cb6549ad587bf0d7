import { appealTargetOf } from '../../core/appeal-targets.ts';
import { osloDate } from '../../core/calendar.ts';
import type { CaseEvent } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { keepFormFiles } from '../../platform/form-files.ts';
import { addInformation } from '../../platform/information.ts';
import { behalfTexts } from './behalf-texts.ts';
import { findCase } from './find-case.ts';
import type { AppealPages } from './ports.ts';
import { submitAppeal } from './submit-appeal.ts';

/** An appeal as somebody sent it for another. */
export interface BehalfAppeal {
  readonly caseNumber: string;
  readonly nationalId: string;
  readonly name: string;
  readonly contact: string;
  readonly lawyer: boolean;
  readonly text: string;
  readonly wantedChange: string;
  readonly deferralWanted: boolean;
  readonly submissionKey: string;
  /** Where the written fullmakt lies. */
  readonly folder: string;
  readonly actor: CaseEvent['actor'];
  readonly at: Instant;
}

/**
 * Begins the appeal when number and person belong to one case: what was sent and the fullmakt are laid with the case, and
 * the review judges standing (fvl §§ 12, 32). Says nothing of whether there was such a case: who sends it is no party,
 * gets no access and no letter; the person gets the receipt.
 */
export async function receiveBehalf(pages: AppealPages, municipality: Municipality, sent: BehalfAppeal): Promise<void> {
  const file = await findCase(pages.store, municipality.number, sent);
  if (!file) return;
  const { caseId } = file.case;
  const { actor, at, folder, submissionKey } = sent;
  const kept = await keepFormFiles(pages, {
    folder,
    municipality: municipality.number,
    caseId,
    purpose: 'mandate',
    by: actor,
    now: at,
  });
  const t = behalfTexts[municipality.language].record;
  const lines = [t.heading, sent.name, `${t.contact}: ${sent.contact}`, sent.lawyer ? t.lawyer : t.mandate];
  const text = [...lines, '', sent.text, ...(sent.wantedChange ? ['', sent.wantedChange] : [])].join('\n');
  const attachments = kept.map(({ id }) => id);
  await addInformation(pages.store, caseId, { id: submissionKey, text, attachments, at, by: actor });
  await submitAppeal(
    pages,
    { caseId, by: { municipality, actor, access: 'attorney' } },
    {
      about: appealTargetOf(file, undefined, osloDate(at)),
      text: sent.text,
      wantedChange: sent.wantedChange,
      lateReason: '',
      deferralWanted: sent.deferralWanted,
      submissionKey,
      at,
    },
  );
}
