import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { mustFindMunicipality } from '../../../functions/municipalities/index.ts';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { type Cast, createCast } from '../driver/cast.ts';
import { createObserver, type Observer, type ResourceNames } from '../driver/observer.ts';
import { createPost, type Post } from '../driver/post.ts';
import { resourceNames } from '../driver/resource-names.ts';

/** Where time begins in these tests: a Tuesday morning well clear of Easter. */
export const start = '2027-01-12T08:00:00.000Z';

/** The real app, playing in a directory of its own. */
export interface Theatre {
  readonly runtime: Runtime;
  readonly names: ResourceNames;
  readonly observer: Observer;
  readonly post: Post;
  readonly dataDir: string;
  /** The people of one story, in the municipality of a number; `journey` makes them and their e-mail address their own. */
  cast(municipality: string, journey: string): Cast;
  close(): Promise<void>;
}

/** Starts the app that was synthesized for this run of the tests. */
export async function openTheatre(): Promise<Theatre> {
  const dataDir = newDataDir();
  const runtime = await startRuntime({ assembly: inject('assembly'), dataDir, start });
  const names = resourceNames(runtime.outputs);
  const observer = createObserver(runtime.urls.aws, names);
  const post = createPost(runtime);
  return {
    runtime,
    names,
    observer,
    post,
    dataDir,
    cast: (municipality, journey) =>
      createCast({
        pagesUrl: runtime.urls.pages,
        post,
        actor: { settle: runtime.idle, until: runtime.advance },
        municipality: mustFindMunicipality(municipality),
        journey,
        now: runtime.clock.now,
        observer,
      }),
    close: async () => {
      await runtime.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new, empty directory for a runtime's state. */
export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'individuell-plan-journeys-'));
}
