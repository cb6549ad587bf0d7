/** One way to make a PDF of a letter. */
export interface Contender {
  readonly name: string;
  /** Version, and what it does less or more than ours. */
  readonly note: string;
  /** Its share of the runs: slow ones have fewer. */
  readonly share: number;
  /** Makes the `number`th letter from its page. */
  readonly make: (html: string, number: number) => Promise<Uint8Array>;
  readonly close: () => void | Promise<void>;
}

/** A way that cannot be tried here, and why. */
export interface Missing {
  readonly name: string;
  readonly missing: string;
}
