import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../functions/core/case.ts';
import { caseStates } from '../../../functions/core/case-state.ts';
import type { CaseFile } from '../../../functions/core/records.ts';
import { logNb } from '../../../functions/decision/pages/log-texts.nb.ts';
import { logNn } from '../../../functions/decision/pages/log-texts.nn.ts';
import { foreignWords } from '../../letters/language.ts';
import { wordsOf } from '../../letters/words.ts';
import { aCase, aDecision, aLetter, aNotice, anAppeal, anEvent, aSubmitter, granted } from '../../support/builders.ts';
import { stored } from '../../support/stored.ts';
import { decided, kariWith, path } from './karis-case.ts';
import { anne, ida, kari, publicApp, rolf } from './public-app.ts';

const at = '2026-11-20T09:00:00.000Z';
const own = (changes: Partial<Case>): Partial<CaseFile> => ({ case: aCase(changes) });
const after = (changes: Partial<Case>, rest: Partial<CaseFile> = {}): Partial<CaseFile> => {
  const { case: found, ...others } = decided();
  return { ...others, case: { ...found, ...changes }, ...rest };
};
const declined = anEvent({ type: 'declined', at });

/** Every way a case can stand: what the page must say, and what would be wrong on it. */
const stands: readonly (readonly [string, Partial<CaseFile>, readonly string[], readonly string[]])[] = [
  [
    'received',
    own({ state: 'received', caseNumber: '' }),
    ['Kjem om ein augneblink', 'Svaret, eller eit førebels svar, kjem innan 24. desember 2026'],
    [],
  ],
  ['registered', own({ state: 'registered' }), ['Ein sakshandsamar tek snart til', 'Trekk søknaden'], ['Søk på nytt']],
  [
    'reported',
    own({ state: 'awaiting-consent', origin: 'report-relative' }),
    ['Vi treng eit svar frå deg', 'Stopp saka'],
    ['Trekk søknaden'],
  ],
  [
    'delayed',
    { ...own({ state: 'in-assessment', expectedOn: '2027-01-25' }), notices: [aNotice()] },
    ['Svaret er forseinka. Ny dato for svar er 25. januar 2027', 'ny dato for svar er 25. januar 2027'],
    ['kjem innan 24. desember'],
  ],
  [
    'overdue',
    own({ state: 'in-approval', expectedOn: '2026-11-23', dueOn: '2026-11-23' }),
    ['skulle ha kome innan 23. november 2026'],
    ['kjem innan'],
  ],
  [
    'decided',
    after({ state: 'decided' }, { letters: [] }),
    ['Brevet er på veg'],
    ['Trekk søknaden', 'Klagefristen', 'kjem innan', '/information'],
  ],
  [
    'notified',
    after({}),
    ['Klagefristen er 1. desember 2026', 'Kommunen oppnemner ein koordinator'],
    ['Trekk søknaden', 'Legg til opplysningar'],
  ],
  [
    'decided by the county',
    after(
      { decisionNumber: 2 },
      { decisions: [aDecision({ number: 2, madeBy: 'county-governor', outcomes: granted })] },
    ),
    ['kan ikkje påklagast', 'Statsforvaltaren endra vedtaket'],
    ['Les vedtaket under', 'Klagefristen'],
  ],
  [
    'appealed',
    after({ state: 'appealed', appealNumber: 1 }, { appeals: [anAppeal({ state: 'in-review' })] }),
    ['Du skal få svar på klaga', 'Trekk klaga', 'Legg til opplysningar', 'Du kan klage på oppfølginga'],
    ['Les vedtaket under', 'Klagefristen er'],
  ],
  [
    'sent back',
    after(
      { state: 'appealed', appealNumber: 1 },
      {
        appeals: [
          anAppeal({
            state: 'in-reassessment',
            expectedOn: '2027-03-03',
            county: { outcome: 'sent-back', note: '', decidedOn: '2026-11-20', at: '2026-11-23T09:00:00.000Z' },
          }),
        ],
      },
    ),
    ['sendt saka tilbake til kommunen', 'innan 3. mars 2027', 'sende klage 1 tilbake'],
    ['Statsforvaltaren avgjer klaga.'],
  ],
  [
    'forwarded',
    after({ state: 'appealed', appealNumber: 1 }, { appeals: [anAppeal({ state: 'forwarded' })] }),
    ['rundt tre månader', 'ta kontakt med kommunen eller Statsforvaltaren'],
    ['Legg til opplysningar', 'Du skal få svar på klaga'],
  ],
  [
    'appealed over the follow-up',
    {
      ...own({ state: 'in-assessment' }),
      appeals: [anAppeal({ decisionNumber: 0, about: 'service', state: 'in-reassessment' })],
    },
    ['Vi vurderer det klaga gjeld'],
    ['vedtaket på nytt'],
  ],
  [
    'withdrawn',
    own({ state: 'withdrawn', withdrawnAt: at }),
    ['Saka er trekt.', 'Søk på nytt', 'klage på oppfølginga'],
    ['Trekk søknaden', 'Klagefristen', 'Legg til opplysningar'],
  ],
  [
    'declined',
    { ...own({ state: 'closed', withdrawnAt: at, closedAt: at }), events: [declined] },
    ['nei til både individuell plan og koordinator'],
    ['Søknaden vart trekt', 'Trekk søknaden'],
  ],
  [
    'closed after a withdrawal',
    own({ state: 'closed', withdrawnAt: at, closedAt: at }),
    ['Søknaden vart trekt 20. november 2026'],
    ['ikkje noko meir'],
  ],
  ['closed', after({ state: 'closed', closedAt: at }), ['Det skjer ikkje noko meir', 'Søk på nytt'], ['kjem innan']],
  [
    'closed more than a year ago',
    after({ state: 'closed', closedAt: at }, { decisions: [aDecision({ decidedAt: '2025-11-01T09:00:00.000Z' })] }),
    ['meir enn eitt år sidan vedtaket'],
    ['Klagefristen'],
  ],
];

describe('the case page tells no more and no less than is so', () => {
  it('of a case in every state', () => {
    const states = new Set(stands.map(([, file]) => file.case?.state));
    expect([...states].sort()).toEqual([...caseStates].sort());
  });

  it.each(stands)('%s', async (_name, file, says, not) => {
    const { browser } = await kariWith(file);
    const { text } = await browser.get(path);
    for (const words of says) expect(text).toContain(words);
    for (const words of not) expect(text).not.toContain(words);
    expect(text).not.toMatch(/\{(?:date|n)\}/);
    expect(text).not.toMatch(/<[uo]l[^>]*>\s*<\/[uo]l>/);
    for (const language of ['nb', 'nn'] as const) {
      const page = await browser.get(`${path}?lang=${language}`);
      const main = page.text.slice(page.text.indexOf('<main'), page.text.indexOf('id="contact"'));
      expect(foreignWords(wordsOf(main).replaceAll('Koordinerande eining', ''), language)).toEqual([]);
    }
  });

  it('to whom the consent is awaited from, and to a child who waits for a parent', async () => {
    const file = own({ state: 'awaiting-consent', submitter: aSubmitter({ nationalId: anne }) });
    const { store } = await stored({
      ...file,
      case: { ...aCase(file.case), person: { name: 'Ida', nationalId: ida } },
    });
    const { signedIn } = publicApp(store);
    expect((await (await signedIn(ida)).get(path)).text).toContain('Den som har foreldreansvar');
    const parents = await (await signedIn(anne)).get(path);
    expect(parents.text).toContain('<h1 class="ds-heading" data-size="lg">Saka</h1>');
    expect(parents.text).toContain('Vi treng eit svar frå deg');
  });

  it('of letters on paper: that they went by post, and not whether they were read', async () => {
    const sent = { dispatchedAt: '2026-11-03T09:00:00.000Z' } as const;
    const { browser } = await kariWith({
      letters: [
        aLetter({ kind: 'receipt', ...sent, channel: 'paper', contact: 'stale' }),
        aLetter({ kind: 'delay-notice', ...sent, channel: 'digital', contact: 'given' }),
        aLetter({ ...sent, channel: 'digital', paperAt: '2026-11-17T09:00:00.000Z', contact: 'unopened' }),
      ],
    });
    const { text } = await browser.get(path);
    expect(text).toContain(
      'Sendt på papir 3. november 2026, fordi opplysningane om deg i kontaktregisteret er meir enn 18 månader gamle. Ikkje opna her.',
    );
    expect(text).toContain('Sendt 3. november 2026. Ikkje opna.');
    expect(text).toContain(
      'Lagt ut her 3. november 2026. Sendt på papir 17. november 2026, fordi det ikkje var opna. Ikkje opna her.',
    );
  });
});

describe('the list of cases', () => {
  it('tells how each stands and the next date, and a relative nothing but that they wrote', async () => {
    const appealed = after({ state: 'appealed', appealNumber: 1 }, { appeals: [anAppeal()] });
    const mine = await kariWith(appealed);
    const list = await mine.browser.get('/gulen/cases');
    expect(list.text).toContain('Klaga er til handsaming. Svaret på klaga, eller eit førebels svar, kjem innan');
    const { signedIn } = await kariWith(
      own({
        state: 'in-assessment',
        origin: 'report-relative',
        submitter: aSubmitter({ role: 'relative', nationalId: rolf }),
      }),
    );
    const rolfs = await (await signedIn(rolf)).get('/gulen/cases');
    expect(rolfs.text).toContain('Det du har sendt');
    expect(rolfs.text).not.toContain('vurderer');
    expect((await (await signedIn(kari)).get('/gulen/cases')).text).toContain('kjem innan 24. desember 2026');
  });
});

describe('the access log', () => {
  /** `type` of things that are no events: form fields, records, messages of other services. */
  const noEvents = new Set([
    'text',
    'email',
    'tel',
    'date',
    'radio',
    'checkbox',
    'file',
    'module',
    'password',
    'search',
  ]);

  it('has words in both languages for every event the code tells', () => {
    const told = globSync('functions/**/*.ts').flatMap((name) => {
      const source = readFileSync(name, 'utf8');
      const helpers = source.matchAll(/\b(?:systemEvent|answerEvent|personEvent|eventOf)\([^'"()<[\]]*'([a-z-]+)'/g);
      const literals = /\bactor\b/.test(source) ? source.matchAll(/\btype: '([a-z-]+)'/g) : [];
      return [...helpers, ...literals].map(([, type = '']) => type);
    });
    const mail = ['delivered', 'bounced-transient', 'bounced-permanent', 'complaint'].map((each) => `mail-${each}`);
    const types = new Set([...told, ...mail].filter((type) => !noEvents.has(type)));
    expect(types.size).toBeGreaterThan(40);
    const missing = (words: object) => [...types].filter((type) => !Object.hasOwn(words, type));
    expect({ nb: missing(logNb.events), nn: missing(logNn.events) }).toEqual({ nb: [], nn: [] });
  });
});
