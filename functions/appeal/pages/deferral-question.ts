import { appealTargetsOf, decisionNumberOf } from '../../core/appeal-targets.ts';
import { deferrableChange } from '../../core/deferral.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import type { CalendarDate } from '../../core/time.ts';
import { type Choices, checkBoxes, type FormState } from '../../platform/http/index.ts';
import { appealTexts } from './texts.ts';

/** Shall the decision wait? Asked only where it ends or changes a right, and can be appealed (fvl § 42). */
export function deferralQuestion(
  file: CaseFile,
  state: FormState,
  { language, today }: { readonly language: Language; readonly today: CalendarDate },
): Choices | undefined {
  if (!appealTargetsOf(file, today).includes('decision')) return undefined;
  const change = deferrableChange(file, decisionNumberOf(file, 'decision'));
  const { hint } = appealTexts[language].deferral;
  return change && box(state, language, hint.replace('{date}', formatDate(change.from, language)));
}

/** The same for whoever sees nothing of the case: it counts where there is something to wait for. */
export function deferralQuestionWithoutCase(state: FormState, language: Language): Choices {
  return box(state, language, appealTexts[language].deferral.hintWithoutCase);
}

function box(state: FormState, language: Language, hint: string): Choices {
  const { label, yes } = appealTexts[language].deferral;
  return checkBoxes(state, { name: 'deferral', label, hint, options: [{ name: 'deferral', label: yes }] });
}
