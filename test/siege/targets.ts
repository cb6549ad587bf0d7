import { type FilledForm, fillIn, type Page } from '../journeys/driver/page.ts';
import type { Visitor } from '../journeys/driver/visitor.ts';
import type { Ground } from './ground.ts';

/** Somebody at a form of the app, with what a real post of it would carry. */
export interface FormTarget {
  readonly who: string;
  readonly visitor: Visitor;
  readonly form: FilledForm;
  /** True for whoever may see the case: their answers may show it. */
  readonly own: boolean;
}

/** What there is to be attacked. */
export interface Targets {
  readonly forms: readonly FormTarget[];
  /** Paths that exist, with and without a session. */
  readonly paths: readonly string[];
  /** Strangers who are signed in but have no business with the cases. */
  readonly strangers: readonly { readonly who: string; readonly visitor: Visitor }[];
  /** The browser of an owner or a stranger. */
  visitorOf(who: string): Visitor;
  /** True where the link is the key: whoever holds it may see the page, unless known as another municipality's staff. */
  opensByLink(path: string, who: string | undefined): boolean;
}

/** Pages visited per person: every kind of page once, and some more. */
const mostPages = 40;

/** Walks the app by its links as the people of the cases and as strangers, and collects every form and path. */
export async function findTargets({ open, told, links }: Ground): Promise<Targets> {
  const mailed = await links();
  const taskLinks = mailed.filter((link) => link.includes('/t/'));
  const owners = [
    {
      who: 'applicant-1',
      cast: open,
      start: ['/', '/gulen', '/gulen/application', open.casePath(), open.casePath('/appeal')],
    },
    { who: 'subject', cast: told, start: [told.casePath(), told.casePath('/appeal')] },
    { who: 'gulen-caseworker', cast: open, start: [...taskLinks, '/gulen/paper', '/gulen/staff'] },
    { who: 'gulen-operations', cast: open, start: ['/operations'] },
  ];
  const visitorOf = (who: string) => (who === 'subject' ? told : open).visitor(who);
  const forms: FormTarget[] = [];
  const paths = new Set<string>(mailed.map((link) => new URL(link).pathname));
  for (const { who, cast, start } of owners) {
    const visitor = cast.visitor(who);
    for (const page of await walk(visitor, start, open.pagesUrl)) {
      paths.add(page.url.pathname);
      for (const form of formsOf(page)) forms.push({ who, visitor, form, own: true });
    }
  }
  const strangers = ['applicant-2', 'gjovik-caseworker', 'gjovik-operations'].map((who) => ({
    who,
    visitor: open.visitor(who),
  }));
  for (const { visitor, who } of strangers) await visitor.open(homeOf(who));
  const linkOnly = `/t/${told.caseId}~`;
  return {
    forms,
    paths: [...paths],
    strangers,
    visitorOf,
    opensByLink: (path, who) => path.startsWith(linkOnly) && !who?.startsWith('gjovik-'),
  };
}

/** A page of their own, where they sign in. */
function homeOf(who: string): string {
  if (who.endsWith('-operations')) return '/operations';
  return who.endsWith('-caseworker') ? '/gjovik/staff' : '/gjovik/cases';
}

async function walk(visitor: Visitor, start: readonly string[], pagesUrl: string): Promise<Page[]> {
  const seen = new Set<string>();
  const queue = [...start];
  const pages: Page[] = [];
  while (queue.length > 0 && pages.length < mostPages) {
    const address = new URL(queue.shift() ?? '/', pagesUrl);
    if (seen.has(address.pathname) || address.origin !== new URL(pagesUrl).origin) continue;
    seen.add(address.pathname);
    if (/\.pdf$|\/pdf$|^\/assets\/|^\/sign-/.test(address.pathname)) continue;
    const page = await visitor.open(address);
    if (page.status >= 400 || page.url.origin !== address.origin) continue;
    pages.push(page);
    page.html('a[href]').each((_, anchor) => {
      queue.push(new URL(page.html(anchor).attr('href') ?? '', page.url).href);
    });
  }
  return pages;
}

function formsOf(page: Page): FilledForm[] {
  const actions = page
    .html('form[method="post" i][action]')
    .toArray()
    .map((form) => page.html(form).attr('action') ?? '');
  // Signing out would end the siege; it has its own tests. Uploads go to the bucket.
  return [...new Set(actions)]
    .filter((action) => action.startsWith('/') && action !== '/sign-out')
    .map((action) => withEveryField(page, action));
}

/** Browsers leave out what is not ticked or chosen: an attacker names those too. */
function withEveryField(page: Page, action: string): FilledForm {
  const form = fillIn(page, {}, `[action="${action}"]`);
  page.html(`form[action="${action}"] [name]`).each((_, field) => {
    const name = page.html(field).attr('name') ?? '';
    if (!form.fields.has(name)) form.fields.append(name, '');
  });
  return form;
}
