import type { LetterKind } from '../../../functions/core/letter-record.ts';
import type { CaseFile, TaskKind } from '../../../functions/core/records.ts';
import { readPdfFacts } from '../../../functions/letters/pdf/pdf-file.ts';
import type { Municipality } from '../../../functions/municipalities/index.ts';
import { answeredBy } from '../../../functions/tasks/pages/access.ts';
import { sendForm, walkForm } from './form.ts';
import type { Observer } from './observer.ts';
import type { Page, Values } from './page.ts';
import { numberOf } from './people.ts';
import type { Post } from './post.ts';
import type { Actor } from './stage.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** What a story is played with. */
export interface Scene {
  readonly pagesUrl: string;
  readonly post: Post;
  readonly actor: Actor;
  readonly municipality: Municipality;
  readonly journey: string;
  /** The moved clock, epoch milliseconds. */
  now(): number;
  /** Looks at the case as it is stored, to check what came of it; makes a letter fail for the story `held`. */
  readonly observer: Pick<Observer, 'load' | 'letter' | 'setFault'>;
  /** The case to go on with, when another cast has begun it. */
  readonly caseId?: string;
}

/** The people of one story, and what they can do over HTTP: forms, links from the mailbox, pages. */
export function createCast(scene: Scene) {
  const { municipality, post, actor, pagesUrl } = scene;
  const { slug } = municipality;
  const visitors = new Map<string, Visitor>();
  let caseId = scene.caseId ?? '';

  /** Somebody at a browser of their own: one of the story's people by the test person's id, or a member of staff. */
  function visitor(person: string): Visitor {
    const known = visitors.get(person) ?? createVisitor(pagesUrl, numberOf(scene.journey, person) ?? person);
    visitors.set(person, known);
    return known;
  }

  const file = (): Promise<CaseFile> => scene.observer.load(caseId);

  /** Sends an application as `person` and remembers its case. `mandate` is a file to upload. */
  async function apply(person: string, values: Values, mandate?: string): Promise<Page> {
    const browser = visitor(person);
    const start = `/${slug}/application`;
    let summary = await walkForm(browser, start, values);
    if (mandate) {
      await browser.upload(await browser.open(`${start}/mandate-file?from=summary`), mandate);
      summary = await browser.open(`${start}/summary`);
    }
    const receipt = await sendForm(browser, summary);
    const found = /\/(?:receipt|cases)\/([a-z2-7]{20,})/.exec(receipt.url.pathname);
    if (!found?.[1]) throw new Error(`no receipt but ${receipt.url.pathname}: ${receipt.text.slice(0, 400)}`);
    caseId = found[1];
    await actor.settle();
    return receipt;
  }

  /** The newest link of a task, as it came by mail: its address tells no kind, so it is known by its secret. */
  async function taskLink(kind: TaskKind): Promise<URL> {
    const task = (await file()).tasks.findLast((asked) => asked.kind === kind);
    if (!task) throw new Error(`nobody was asked for ${kind}`);
    return post.linkOfHash(task.secretHash);
  }

  /** Answers the newest link of a task as the one it was sent to. */
  async function answer(kind: TaskKind, values: Values, person?: string): Promise<Page> {
    const link = await taskLink(kind);
    const who = person ?? (kind === 'consent' ? 'subject' : `${slug}-${answeredBy[kind]}`);
    const page = await visitor(who).open(link);
    // Where the link alone identifies, whoever answers a task for staff writes their name (design § 9).
    const signed = page.html('[name="staffName"]').length > 0 ? { ...values, staffName: `Testperson ${who}` } : values;
    const done = await visitor(who).send(page, signed);
    if (done.status >= 400 || done.html('[role="alert"] a[href^="#"]').length > 0) {
      throw new Error(`${kind} was not taken (${done.status}): ${done.text.slice(0, 400)}`);
    }
    await actor.settle();
    return done;
  }

  /** Opens a letter on the case's pages as the person: the choice that counts as opened, then the PDF itself. */
  async function openLetter(person: string, kind: LetterKind): Promise<Uint8Array> {
    const browser = visitor(person);
    const casePage = await browser.open(`/${slug}/cases/${caseId}`);
    const href = casePage.html(`a[href*="/letters/${kind}-"]`).last().attr('href');
    if (!href) throw new Error(`no letter ${kind} on the case page: ${casePage.text.slice(0, 400)}`);
    const page = await browser.open(href);
    await browser.send(page, {}, '[action$="/open"]');
    const { bytes, type } = await browser.download(`${href}/pdf`);
    if (!type.includes('application/pdf')) throw new Error(`letter ${kind} is ${type}`);
    await actor.settle();
    return bytes;
  }

  /** What the newest letter of a kind says, without its white space. */
  async function letterText(kind: LetterKind): Promise<string> {
    const letter = (await file()).letters.findLast((each) => each.kind === kind);
    if (!letter) throw new Error(`no letter ${kind}`);
    return readPdfFacts(await scene.observer.letter(letter)).text.replaceAll(/\s+/g, '');
  }

  /** The mail that came to an address of this story's. */
  async function mailTo(address: string) {
    return (await post.all()).filter(({ to }) => to === address);
  }

  return {
    ...scene,
    slug,
    /** An address of somebody's in this story alone. */
    address: (who: string) => `${who}.${scene.journey}.${slug}@innbygger.example`,
    letterText,
    mailTo,
    visitor,
    numberOf: (person: string) => mustHave(numberOf(scene.journey, person), person),
    apply,
    answer,
    taskLink,
    openLetter,
    get caseId(): string {
      return caseId;
    },
    /** The case of this story, when somebody else than `apply` began it. */
    goOnWith: (begun: string): void => {
      caseId = begun;
    },
    casePath: (rest = '') => `/${slug}/cases/${caseId}${rest}`,
    file,
    settle: () => actor.settle(),
    /** Lets `days` pass on the shared clock. */
    days: (days: number) => actor.until(new Date(scene.now() + days * 86_400_000).toISOString()),
    until: (instant: string) => actor.until(instant),
  };
}

function mustHave(number: string | undefined, person: string): string {
  if (!number) throw new Error(`${person} has no national id number`);
  return number;
}

export type Cast = ReturnType<typeof createCast>;
