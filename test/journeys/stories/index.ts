import type { Cast } from '../driver/cast.ts';
import { appealReversed, appealWithoutDecision, refusedAppealed } from './appeal.ts';
import { appealInPart, lateAppeal, sentBack } from './appeal-outcomes.ts';
import { consent, delayed, delayedSilent, granted, withdrawn } from './application.ts';
import { minor12, minor16, twoParents } from './children.ts';
import { paper, secondNotification, sotjlThreeWeeks } from './delivery.ts';
import { rightEnded } from './existing-right.ts';
import { held } from './held.ts';
import { childCoordinator, fullmakt, reportOfNeed } from './representation.ts';

/** Every journey by its name; each is played to its end and checks what came of it. */
export const stories: Readonly<Record<string, (cast: Cast) => Promise<void>>> = {
  granted,
  delayed,
  'delayed-silent': delayedSilent,
  consent,
  'refused-appealed': refusedAppealed,
  'appeal-reversed': appealReversed,
  'appeal-without-decision': appealWithoutDecision,
  withdrawn,
  held,
  'minor-12': minor12,
  'minor-16': minor16,
  'two-parents': twoParents,
  fullmakt,
  'report-of-need': reportOfNeed,
  'child-coordinator': childCoordinator,
  'late-appeal': lateAppeal,
  'appeal-in-part': appealInPart,
  'sent-back': sentBack,
  paper,
  'second-notification': secondNotification,
  'sotjl-three-weeks': sotjlThreeWeeks,
  'right-ended': rightEnded,
};
