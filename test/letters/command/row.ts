/** One line of letters.json. */
export interface Row {
  readonly municipality: string;
  readonly kind: string;
  readonly language: string;
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
  /** From the case file to the checked PDF. */
  readonly ms: number;
  readonly sha256: string | null;
  readonly checks: Readonly<Record<string, boolean>>;
  /** null: not run. */
  readonly verapdf: { readonly '2a': boolean | null; readonly ua1: boolean | null };
}
