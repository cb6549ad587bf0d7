import type { Seen } from '../../../support/browser.ts';

/** A page as an app answered it: what is looked at in the browser, by axe and by Lighthouse. */
export interface Sight {
  readonly name: string;
  readonly seen: Seen;
  /** What its status must be. */
  readonly status: number;
}

/** A page, by what it is called in a list of findings. */
export function sight(name: string, seen: Seen, status = 200): Sight {
  return { name, seen, status };
}

/** Some pages of one kind, made when they are asked for. */
export type Room = () => Promise<readonly Sight[]>;
