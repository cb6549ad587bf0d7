import { canWithdrawAppeal } from '../../core/appeal-state.ts';
import { openCaseAsParty } from '../../identity/index.ts';
import { now, type WebContext } from '../../platform/http/index.ts';
import type { AppealPages } from './ports.ts';

/** Withdraws the appeal the municipality has in hand, and ends its open questions. Needs the choice, as every change. */
export async function withdrawAppeal(c: WebContext, pages: AppealPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality, actor } = opened;
  const { caseId } = file.case;
  const back = `/${municipality.slug}/cases/${caseId}`;
  const { choice, appeal: number } = c.var.form;
  if (choice !== 'withdraw') return c.redirect(`${back}#appeals`, 303);
  const appeal = file.appeals.find((each) => String(each.number) === number);
  const at = now(c);
  const inHand = appeal !== undefined && (canWithdrawAppeal(appeal) || appeal.state === 'withdrawn');
  if (!inHand) return c.redirect(`${back}?done=appeal-too-late`, 303);
  if (appeal.state !== 'withdrawn') {
    // Only from the state that was read: a step that moves it in the same moment wins, and the person is told.
    const only = { state: appeal.state };
    const changed = await pages.store.change(caseId, 'appeal', String(appeal.number), { state: 'withdrawn' }, only);
    if (!changed) return c.redirect(`${back}?done=appeal-too-late`, 303);
    const detail = { appeal: appeal.number };
    await pages.store.appendEvent(caseId, { at, type: 'appeal-withdrawn', actor, detail });
  }
  const current = (await pages.store.load(caseId)) ?? file;
  const subject = `appeal-${appeal.number}` as const;
  await pages.completion.completeTasks({ file: current, subject, outcome: 'withdrawn', now: at });
  return c.redirect(`${back}?done=appeal-withdrawn`, 303);
}
