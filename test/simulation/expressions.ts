import jsonata from 'jsonata';

/** The variables of a machine or lane that decide its branches. */
export type Variables = Readonly<Record<string, unknown>>;

/** What an expression sees as `$states`; `now` is when its state was entered. */
export interface Context {
  readonly input: unknown;
  readonly result?: unknown;
  readonly errorOutput?: unknown;
  readonly now?: string;
}

/** Counters and times that decide no branch, kept at one value so that the graph is finite. */
const constants = {
  ...{ caseId: 'c', municipality: '4635', appealNumber: 1, subject: 'appeal-1', part: 1, askAt: '', noticeAt: '' },
  ...{ round: 1, firstRound: 1, caseRound: 1, holdRound: 1, caseHoldRound: 1, appealUntil: '', caseAnswerId: '' },
};
const started = '2026-01-01T00:00:00.000Z';

const compiled = new Map<string, jsonata.Expression>();
/** Values of expressions by what they look at: the same few come back at every state. */
const known = new Map<string, Promise<unknown>>();

/** The value of `{% … %}`. */
export function evaluate(text: string, vars: Variables, { now = started, ...states }: Context): Promise<unknown> {
  const context = { State: { EnteredTime: now }, Execution: { StartTime: started }, Task: { Token: 't' } };
  const all: Record<string, unknown> = { ...constants, ...vars, states: { ...states, context } };
  const seen = [...text.matchAll(/\$([a-z]\w*)/gi)].map(([, name = '']) => all[name]);
  const key = `${text} ${JSON.stringify(seen)}`;
  const source = text.slice(2, -2);
  const expression = compiled.get(source) ?? jsonata(source);
  compiled.set(source, expression);
  const value = known.get(key) ?? expression.evaluate({}, all);
  known.set(key, value);
  return value;
}

/** A template with its expressions' values in it. */
export async function resolved(value: unknown, vars: Variables, context: Context): Promise<unknown> {
  if (typeof value === 'string') return value.startsWith('{%') ? evaluate(value, vars, context) : value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(
    async ([field, each]) => [field, await resolved(each, vars, context)] as const,
  );
  return Object.fromEntries(await Promise.all(fields));
}

/** The variables after an Assign. */
export async function assigned(
  assign: Record<string, unknown> | undefined,
  vars: Variables,
  context: Context,
): Promise<Variables> {
  const values = (await resolved(assign ?? {}, vars, context)) as Record<string, unknown>;
  const asked = Math.min(3, Number(values.consentAsked ?? vars.consentAsked ?? 0));
  const next = Object.entries({ ...vars, ...values, consentAsked: asked }).filter(([name]) => !(name in constants));
  return Object.fromEntries(next);
}
