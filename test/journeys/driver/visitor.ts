import { type FilledForm, fillIn, type Page, readPage, type Values } from './page.ts';

const mostRedirects = 15;

/** A person at a browser without scripts: cookies, redirects, links and forms. */
export interface Visitor {
  /** Opens an address and signs in on the way when the page asks for it. */
  open(address: string | URL): Promise<Page>;
  /** Fills in and sends a form of the page; `matches` is a selector that picks the form. */
  send(page: Page, values: Values, matches?: string): Promise<Page>;
  /** Chooses a file in the page's upload form and posts it, as `multipart/form-data`; back on the page it leads to. */
  upload(page: Page, content: Uint8Array | string): Promise<Page>;
  /** One request with this visitor's cookies; a redirect is told and not followed. */
  exchange(address: string | URL, init?: RequestInit): Promise<Exchange>;
  /** Posts a filled-in form as it stands, as often as it is called: a double click, or the back button. */
  post(form: FilledForm): Promise<Exchange>;
  /** The `cookie` header this visitor sends to an address. */
  cookiesFor(address: string | URL): string;
  /** Fetches a file, e.g. a letter. */
  download(address: string | URL): Promise<{ status: number; type: string; bytes: Uint8Array }>;
}

/** An answer as it came. */
export interface Exchange {
  readonly status: number;
  readonly location: string;
  readonly page: Page;
}

/**
 * A visitor who signs in as the test person `person`, by id or by national id number, whenever a sign-in page asks who
 * they are.
 */
export function createVisitor(baseUrl: string, person?: string): Visitor {
  const cookies = new Map<string, Map<string, string>>();

  function cookiesFor(at: string | URL): string {
    const kept = cookies.get(new URL(at, baseUrl).host) ?? [];
    return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async function once(at: URL, options: RequestInit): Promise<Response> {
    const headers = new Headers(options.headers);
    const cookie = cookiesFor(at);
    if (cookie) headers.set('cookie', cookie);
    const response = await fetch(at, { ...options, headers, redirect: 'manual' });
    keepCookies(at, response);
    return response;
  }

  async function exchange(address: string | URL, init: RequestInit = {}): Promise<Exchange> {
    const url = new URL(address, baseUrl);
    const response = await once(url, init);
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location, page: readPage(url, response.status, await response.text()) };
  }

  async function request(url: URL, init: RequestInit): Promise<{ url: URL; response: Response }> {
    let at = url;
    let options = init;
    for (let hops = 0; hops < mostRedirects; hops += 1) {
      const response = await once(at, options);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) return { url: at, response };
      await response.body?.cancel();
      at = new URL(location, at);
      if (response.status !== 307 && response.status !== 308) options = { method: 'GET' };
    }
    throw new Error(`too many redirects from ${url.pathname}`);
  }

  function keepCookies(url: URL, response: Response): void {
    const jar = cookies.get(url.host) ?? new Map<string, string>();
    cookies.set(url.host, jar);
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (value === '' || attributes.some((a) => /max-age=0|expires=thu, 01 jan 1970/i.test(a))) jar.delete(name);
      else jar.set(name, value);
    }
  }

  async function pageOf(result: { url: URL; response: Response }): Promise<Page> {
    return readPage(result.url, result.response.status, await result.response.text());
  }

  async function signInIfAsked(page: Page): Promise<Page> {
    if (page.html('form [name="person"]').length === 0) return page;
    if (!person) throw new Error(`asked to sign in at ${page.url.host}, but this visitor has no identity`);
    return submit(page, /^\d{11}$/.test(person) ? { person: 'other', nationalId: person } : { person });
  }

  async function submit(page: Page, values: Values, matches?: string): Promise<Page> {
    const form = fillIn(page, values, matches);
    return pageOf(await request(form.action, posted(form)));
  }

  return {
    open: async (address) => signInIfAsked(await pageOf(await request(new URL(address, baseUrl), { method: 'GET' }))),
    send: async (page, values, matches) => signInIfAsked(await submit(page, values, matches)),
    upload: async (page, content) => {
      const form = fillIn(page, {}, ':has(input[type="file"])');
      const body = new FormData();
      for (const [name, value] of form.fields) body.append(name, value);
      body.append('file', new Blob([Buffer.from(content)]), 'Min fil.pdf');
      return signInIfAsked(await pageOf(await request(form.action, { method: 'POST', body })));
    },
    exchange,
    cookiesFor,
    post: (form) => exchange(form.action, posted(form)),
    download: async (address) => {
      const { response } = await request(new URL(address, baseUrl), { method: 'GET' });
      const type = response.headers.get('content-type') ?? '';
      return { status: response.status, type, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
  };
}

function posted({ fields }: FilledForm): RequestInit {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', headers: type, body: fields.toString() };
}
