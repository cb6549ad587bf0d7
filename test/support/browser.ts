import type { Hono } from 'hono';
import type { WebEnv } from '../../functions/platform/http/index.ts';

/** When test requests arrive unless a test says otherwise: 24 November 2026, 10:00 in Oslo. */
export const requestTime = Date.parse('2026-11-24T09:00:00.000Z');

/** An answer as a person sees it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it sends the browser. */
  readonly location: string | undefined;
}

/** A browser without JavaScript in front of one app: keeps cookies, and posts the token of the page it last saw. */
export class Browser {
  time = requestTime;
  readonly #app: Hono<WebEnv>;
  readonly #cookies = new Map<string, string>();
  #page = '';

  constructor(app: Hono<WebEnv>) {
    this.#app = app;
  }

  async get(path: string): Promise<Seen> {
    return this.#ask(path, {});
  }

  /** Posts the fields together with the page's `csrf` token for `path`, unless the fields carry their own. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Seen> {
    const body = new URLSearchParams({ csrf: this.csrf(path), ...fields });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#ask(path, { method: 'POST', body: body.toString(), headers });
  }

  /** Follows redirects on the own host until a page comes. */
  async follow(seen: Seen): Promise<Seen> {
    return seen.location?.startsWith('/') ? this.follow(await this.get(seen.location)) : seen;
  }

  /** Value of a hidden field on the page last seen. */
  hidden(name: string): string {
    return new RegExp(`name="${name}" value="([^"]*)"`).exec(this.#page)?.[1] ?? '';
  }

  /** The token of the form that posts to `path` on the page last seen; of the last form when no path is given. */
  csrf(path?: string): string {
    const forms = [...this.#page.matchAll(/<form[^>]*?(?:action="([^"]*)")?[^>]*>([\s\S]*?)<\/form>/g)];
    const form =
      path === undefined ? forms.at(-1) : (forms.find(([tag]) => tag.includes(`action="${path}"`)) ?? forms.at(-1));
    return /name="csrf" value="([^"]*)"/.exec(form?.[2] ?? '')?.[1] ?? '';
  }

  /** What a cookie holds; empty when there is none. */
  cookie(name: string): string {
    return this.#cookies.get(name) ?? '';
  }

  /** Every cookie, by name. */
  cookies(): readonly (readonly [string, string])[] {
    return [...this.#cookies];
  }

  /** Gives the browser a cookie, as a sign-in would. */
  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async #ask(path: string, init: { method?: string; body?: string; headers?: Record<string, string> }): Promise<Seen> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.request(
      path,
      { ...init, headers: { ...init.headers, cookie } },
      { requestContext: { timeEpoch: this.time } },
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const text = await response.text();
    if (response.headers.get('content-type')?.startsWith('text/html')) this.#page = text;
    return {
      status: response.status,
      headers: response.headers,
      text,
      location: response.headers.get('location') ?? undefined,
    };
  }
}
