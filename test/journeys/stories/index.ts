import type { Cast } from '../driver/cast.ts';
import { appealReversed, appealWithoutDecision, refusedAppealed } from './appeal.ts';
import { consent, delayed, delayedSilent, granted, withdrawn } from './application.ts';
import { held } from './held.ts';

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
};
