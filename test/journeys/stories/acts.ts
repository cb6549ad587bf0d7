import assert from 'node:assert/strict';
import type { CaseState } from '../../../functions/core/case-state.ts';
import type { LetterKind } from '../../../functions/core/letter-record.ts';
import type { TaskKind } from '../../../functions/core/records.ts';
import type { Cast } from '../driver/cast.ts';
import type { Values } from '../driver/page.ts';

/** What is typed into the form in every story, in the municipality's own language. */
export function application(cast: Cast, values: Values = {}): Values {
  const nynorsk = cast.municipality.language === 'nn';
  return {
    role: 'self',
    personName: 'Kari Testperson',
    personEmail: `${cast.journey}.${cast.slug}@innbygger.example`,
    personPhone: '90 00 00 00',
    personStreet: 'Prøvevegen 1',
    personPostalCode: '0001',
    personCity: 'Prøvestad',
    wishPlan: 'yes',
    wishCoordinator: 'yes',
    needs: nynorsk ? 'Eg treng hjelp frå fleire tenester.' : 'Jeg trenger hjelp fra flere tjenester.',
    goals: nynorsk ? 'Eg vil bu heime og vere med på turar.' : 'Jeg vil bo hjemme og være med på turer.',
    services: nynorsk ? 'Heimesjukepleie, fysioterapeut og Nav.' : 'Hjemmesykepleie, fysioterapeut og Nav.',
    consentPlan: 'yes',
    consentSharing: 'yes',
    language: cast.municipality.language,
    contact: 'digital',
    addressShielded: 'no',
    ...values,
  };
}

type Outcome = 'granted' | 'refused' | 'declined' | 'not-applied';

/** Assessment and approval, each by the one the link was sent to. */
export async function decide(cast: Cast, plan: Outcome, coordinator: Outcome, more: Values = {}): Promise<void> {
  await assess(cast, plan, coordinator, more);
  await cast.answer('approval', { choice: 'approve' });
}

/** The caseworker's proposal. */
export async function assess(cast: Cast, plan: Outcome, coordinator: Outcome, more: Values = {}): Promise<void> {
  await cast.answer('assessment', {
    plan,
    coordinator,
    childCoordinator: 'not-applied',
    ...texts(cast),
    ...more,
  });
}

/** The words of the municipality's own language. */
export function say(cast: Cast, nb: string, nn: string): string {
  return cast.municipality.language === 'nn' ? nn : nb;
}

/** Facts and reasons as a caseworker might write them, in the municipality's language. */
export function texts(cast: Cast): Values {
  return cast.municipality.language === 'nn'
    ? {
        facts: 'Du får heimesjukepleie to gonger i veka og fysioterapi kvar fredag.',
        reasons: 'Vi har lagt vekt på kor mange tenester som må verke saman, og kor lenge behovet vil vare.',
      }
    : {
        facts: 'Du får hjemmesykepleie to ganger i uka og fysioterapi hver fredag.',
        reasons: 'Vi har lagt vekt på hvor mange tjenester som må virke sammen, og hvor lenge behovet vil vare.',
      };
}

/** The coordinating unit appoints the coordinator. */
export async function appoint(cast: Cast): Promise<void> {
  await cast.answer('appoint-coordinator', {
    name: 'Ola Prøvesen',
    title: cast.municipality.language === 'nn' ? 'vernepleiar' : 'vernepleier',
    unit: cast.municipality.unit[cast.municipality.language],
    phone: '90 00 00 01',
    email: `koordinator.${cast.journey}.${cast.slug}@kommune.example`,
  });
}

/** The appeal form, as the person. */
export async function appeal(cast: Cast, person: string, more: Values = {}): Promise<void> {
  const browser = cast.visitor(person);
  const form = await browser.open(cast.casePath('/appeal'));
  const nynorsk = cast.municipality.language === 'nn';
  const page = await browser.send(form, {
    text: nynorsk ? 'Eg er ikkje samd i vedtaket.' : 'Jeg er ikke enig i vedtaket.',
    wantedChange: nynorsk ? 'Eg vil ha ein individuell plan.' : 'Jeg vil ha en individuell plan.',
    choice: 'appeal',
    ...more,
  });
  assert.ok(page.status < 400, `appeal was not taken: ${page.text.slice(0, 300)}`);
  await cast.settle();
}

/** An application that is refused, read and appealed in time; the appeal is found admissible. */
export async function refusedThenAppealed(cast: Cast, person: string): Promise<void> {
  await cast.apply(person, application(cast));
  await decide(cast, 'refused', 'refused');
  await cast.openLetter(person, 'decision');
  await cast.days(10);
  await appeal(cast, person);
  await cast.answer('appeal-review', { choice: 'admissible', reason: '' });
}

/** The caseworker's reassessment and the leader's approval of it. */
export async function reassess(
  cast: Cast,
  choice: 'changed' | 'partly-changed' | 'upheld',
  plan: Outcome,
  coordinator: Outcome,
): Promise<void> {
  await cast.answer('reassessment', {
    choice,
    plan,
    coordinator,
    childCoordinator: 'not-applied',
    ...texts(cast),
    statement:
      choice === 'changed' ? '' : say(cast, 'Kommunen holder fast ved resten.', 'Kommunen held fast ved resten.'),
  });
  await cast.answer('appeal-approval', { choice: 'approve' });
}

/** Lets days pass one by one until the mailbox has a link of the task; fails after `most` days. */
export async function untilAsked(cast: Cast, kind: TaskKind, most: number): Promise<void> {
  for (let day = 0; day <= most; day += 1) {
    const asked = await cast.taskLink(kind).then(
      () => true,
      () => false,
    );
    if (asked) return;
    await cast.days(1);
  }
  throw new Error(`nobody was asked for ${kind} within ${most} days`);
}

/** The story's end: the case's state, and exactly these letters in any order. */
export async function ended(cast: Cast, state: CaseState, letters: readonly LetterKind[]): Promise<void> {
  const file = await cast.file();
  assert.equal(file.case.state, state);
  assert.deepEqual(file.letters.map((letter) => letter.kind).toSorted(), letters.toSorted());
}
