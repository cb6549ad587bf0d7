import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseStates } from '../../functions/core/case-state.ts';
import { letterKinds } from '../../functions/core/letter-record.ts';
import { readPdfFacts } from '../../functions/letters/pdf/pdf-file.ts';
import { findMunicipality, type Municipality } from '../../functions/municipalities/index.ts';
import { numberOf } from './driver/people.ts';
import { type Outcome, perform } from './driver/perform.ts';
import { stories } from './stories/index.ts';
import { publicPlaces, secretsOf, telling } from './support/leaks.ts';
import { openTheatre, type Theatre } from './support/theatre.ts';

/**
 * Where each is played. Gulen (nynorsk, with sign-in) has the main ones; the tracks of the law are spread, so that together
 * they meet both languages, both ways to sign in staff, and both ways a story can go; Gjøvik's and Kristiansand's write
 * every kind of letter in bokmål. The demo plays all of them everywhere.
 */
const played: Readonly<Record<string, readonly (keyof typeof stories)[]>> = {
  gulen: [
    ...['granted', 'delayed', 'delayed-silent', 'consent', 'refused-appealed', 'appeal-reversed'],
    ...['appeal-without-decision', 'withdrawn', 'held', 'late-appeal', 'sotjl-three-weeks'],
  ],
  gjovik: ['minor-12', 'report-of-need', 'sent-back', 'second-notification'],
  kristiansand: ['minor-16', 'late-appeal', 'paper', 'sotjl-three-weeks', 'right-ended'],
  vindafjord: ['two-parents', 'appeal-in-part'],
  alesund: ['fullmakt', 'child-coordinator', 'right-ended'],
};
const parts = Object.entries(played).flatMap(([slug, journeys]) =>
  journeys.map((journey) => ({ municipality: bySlug(slug), journey })),
);

/**
 * An appeal has an execution of its own; a new decision goes on in a third, and each part of one decided in two parts in
 * its own.
 */
const executionsOf: Readonly<Record<string, number>> = {
  'refused-appealed': 2,
  'appeal-reversed': 3,
  'appeal-without-decision': 2,
  'late-appeal': 3,
  'sent-back': 3,
  'second-notification': 2,
  'appeal-in-part': 4,
  paper: 3,
  'right-ended': 3,
};

const at = z.iso.datetime();
const row = z.strictObject({
  municipality: z.string(),
  journey: z.string(),
  caseId: z.string().regex(/^[a-z2-7]{26}$/),
  caseNumber: z.string().regex(/^[A-Z]+-2027-\d{6}$/),
  language: z.enum(['nb', 'nn']),
  states: z.array(z.strictObject({ state: z.enum(caseStates), at })).nonempty(),
  letters: z
    .array(
      z.strictObject({
        kind: z.enum(letterKinds),
        language: z.enum(['nb', 'nn']),
        file: z.string().regex(/^letters\/.+\.pdf$/),
        sha256: z.string().regex(/^[\da-f]{64}$/),
        pages: z.int().positive(),
        at,
      }),
    )
    .nonempty(),
  mails: z.array(z.strictObject({ to: z.email(), subject: z.string().min(5), at })).nonempty(),
  executions: z
    .array(z.strictObject({ name: z.string(), stateMachine: z.string(), status: z.literal('SUCCEEDED') }))
    .nonempty(),
});

describe('all journeys, played to their end', () => {
  let theatre: Theatre;
  let out: string;
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'individuell-plan-played-'));
    theatre = await openTheatre();
    const { runtime, names } = theatre;
    outcomes = await perform({
      runtime,
      names,
      parts,
      out,
      progress: () => undefined,
    });
  }, 600_000);
  afterAll(async () => {
    await theatre.close();
    await rm(out, { recursive: true, force: true });
  });

  it.each(parts.map((part, index) => [part.municipality.slug, part.journey, index] as const))(
    '%s %s',
    (_m, _j, index) => {
      const outcome = outcomes[index];
      expect(outcome?.ok ? 'ok' : outcome?.reason).toBe('ok');
    },
  );

  it('are all that there are, and meet every kind of letter in both languages', () => {
    expect(new Set(parts.map(({ journey }) => journey))).toEqual(new Set(Object.keys(stories)));
    for (const language of ['nb', 'nn']) {
      const own = rows().filter((told) => told.language === language);
      const kinds = new Set(own.flatMap(({ letters }) => letters.map(({ kind }) => kind)));
      expect.soft([...kinds].toSorted(), language).toEqual(letterKinds.toSorted());
    }
  });

  it('are told in journeys.json as the issue asks', () => {
    for (const { municipality, journey, language, states, ...told } of rows()) {
      expect.soft(row.safeParse({ municipality, journey, language, states, ...told }).error, journey).toBeUndefined();
      expect.soft(language).toBe(bySlug(municipality).language);
      expect.soft([states[0]?.state, states.at(-1)?.state]).toEqual(['received', 'closed']);
      expect.soft(states.map((state) => state.at)).toEqual(states.map((state) => state.at).toSorted());
      expect.soft(told.executions.length).toBe(executionsOf[journey] ?? 1);
    }
  });

  it('leave each letter complete, in its language, and with the hash that is told', async () => {
    for (const { language, letters, journey } of rows()) {
      for (const letter of letters) {
        const pdf = await readFile(join(out, letter.file));
        expect.soft(createHash('sha256').update(pdf).digest('hex')).toBe(letter.sha256);
        const { complete, tagged, pages, language: written } = readPdfFacts(pdf);
        const expected = { complete: true, tagged: true, pages: letter.pages, written: language };
        expect.soft({ complete, tagged, pages, written }, `${journey} ${letter.kind}`).toEqual(expected);
        expect.soft(letter.language).toBe(language);
      }
    }
  });

  it('send mail that tells nothing of whom or what it is about', async () => {
    const secrets = telling(await allSecrets());
    for (const { id, to, subject, text, raw } of await theatre.post.all()) {
      // Case ids, task ids and secrets are made of random letters, and may spell anything.
      const said = `${subject}\n${text}`.replaceAll(/[a-z2-7]{26}|[\w-]{43}|[\da-f]{16}/g, '');
      expect
        .soft(
          secrets.filter((secret) => said.includes(secret)),
          `${id} ${subject}`,
        )
        .toEqual([]);
      expect.soft(said).not.toMatch(/individuell|koordinator|diagnos|helse|sjuk|syk|pleie|\bplan\b/i);
      // In mail to persons, not even an address tells what a letter is.
      if (to.endsWith('@innbygger.example'))
        expect.soft(said).not.toMatch(/coordinator|appeal|decision|delay|withdraw/i);
      expect.soft(Buffer.from(raw).toString('latin1').split('\r\n\r\n')[0]).not.toMatch(/^(cc|bcc|x-case)/im);
    }
  });

  it('leave nothing about a person in logs, execution histories and object keys', async () => {
    const secrets = telling(await allSecrets());
    expect(secrets).toEqual(expect.arrayContaining(['Kari Testperson', 'Kari', numberOf('consent', 'subject')]));
    const places = await publicPlaces(theatre);
    expect(places.length).toBeGreaterThan(parts.length);
    for (const { place, text } of places) {
      expect
        .soft(
          secrets.filter((secret) => text.includes(secret)),
          place,
        )
        .toEqual([]);
      expect.soft(text, place).not.toMatch(/[\w.]+@innbygger\.example/);
    }
  });

  function rows() {
    const told = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.row] : []));
    expect(told).toHaveLength(parts.length);
    return told;
  }

  async function allSecrets(): Promise<readonly string[]> {
    const files = await Promise.all(rows().map(({ caseId }) => theatre.observer.load(caseId)));
    return files.flatMap(secretsOf);
  }
});

function bySlug(slug: string): Municipality {
  const found = findMunicipality(slug);
  if (!found) throw new Error(`no municipality ${slug}`);
  return found.municipality;
}
