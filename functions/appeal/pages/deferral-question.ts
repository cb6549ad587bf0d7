import { appealTargetsOf, decisionNumberOf } from '../../core/appeal-targets.ts';
import type { DecidedChange } from '../../core/decision.ts';
import { deferrableChange } from '../../core/deferral.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import type { CalendarDate } from '../../core/time.ts';
import { type Choices, checkBoxes, type FormFields, type FormState } from '../../platform/http/index.ts';
import { appealTexts } from './texts.ts';

/** Shall the decision wait? Asked only where it ends or changes a right, and can be appealed (fvl § 42). */
export function deferralQuestion(
  file: CaseFile,
  state: FormState,
  { language, today }: { readonly language: Language; readonly today: CalendarDate },
): Choices | undefined {
  const change = changeToAppeal(file, today);
  if (!change) return undefined;
  const { label, hint, yes } = appealTexts[language].deferral;
  return checkBoxes(state, {
    name: 'deferral',
    label,
    hint: hint.replace('{date}', formatDate(change.from, language)),
    options: [{ name: 'deferral', label: yes }],
  });
}

/** Did the appellant ask for it, of a decision that can wait? */
export function wantsDeferral(file: CaseFile, { deferral }: FormFields, today: CalendarDate): boolean {
  return deferral === 'yes' && changeToAppeal(file, today) !== undefined;
}

function changeToAppeal(file: CaseFile, today: CalendarDate): DecidedChange | undefined {
  if (!appealTargetsOf(file, today).includes('decision')) return undefined;
  return deferrableChange(file, decisionNumberOf(file, 'decision'));
}
