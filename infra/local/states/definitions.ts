import { parseDefinition } from './definition/parse.ts';
import type { Definition } from './definition/types.ts';
import { known } from './run/session.ts';
import type { Store } from './store/store.ts';

/** Parsed definitions by revision. A revision never changes, so each is parsed once. */
export class Definitions {
  readonly #store: Store;
  readonly #parsed = new Map<string, Definition>();

  constructor(store: Store) {
    this.#store = store;
  }

  of(revisionId: string): Definition {
    const parsed = this.#parsed.get(revisionId) ?? this.#parse(revisionId);
    this.#parsed.set(revisionId, parsed);
    return parsed;
  }

  #parse(revisionId: string): Definition {
    const result = parseDefinition(known(this.#store.revision(revisionId), revisionId).definition);
    if (result.ok) return result.definition;
    // Accepted once, refused now: this runtime has become stricter since; the execution cannot go on silently.
    const problems = result.problems.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw new Error(`Revision ${revisionId} is no longer a valid definition: ${problems}`);
  }
}
