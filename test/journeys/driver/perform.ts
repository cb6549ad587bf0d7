import type { Municipality } from '../../../functions/municipalities/index.ts';
import type { Runtime } from '../../../infra/local/runtime.ts';
import { stories } from '../stories/index.ts';
import { type Cast, createCast } from './cast.ts';
import { createObserver, type ResourceNames } from './observer.ts';
import { createPost } from './post.ts';
import { type JourneyRow, report } from './report.ts';
import { createStage } from './stage.ts';

/** One journey in one municipality, and what became of it. */
export type Outcome =
  | { readonly ok: true; readonly row: JourneyRow }
  | { readonly ok: false; readonly municipality: string; readonly journey: string; readonly reason: string };

/** A journey to play in a municipality. */
export interface Part {
  readonly municipality: Municipality;
  readonly journey: string;
}

/** What to play, where to write, and whom to tell how far it is. */
export interface Programme {
  readonly runtime: Runtime;
  readonly names: ResourceNames;
  readonly parts: readonly Part[];
  readonly out: string;
  readonly progress: (line: string) => void;
}

/** Plays every journey in every municipality on one clock, as their people would, and reports each. */
export async function perform(programme: Programme): Promise<Outcome[]> {
  const { runtime, parts, progress } = programme;
  const observer = createObserver(runtime.urls.aws, programme.names);
  const post = createPost(runtime);
  const stage = createStage({ idle: runtime.idle, now: runtime.clock.now, advance: runtime.advance });
  let done = 0;
  const results = await stage.play(
    parts.map(({ municipality, journey }) => async (actor): Promise<Played> => {
      const cast: Cast = createCast({
        pagesUrl: runtime.urls.pages,
        post,
        actor,
        municipality,
        journey,
        now: runtime.clock.now,
        observer,
      });
      const reason = await playOne(cast, journey);
      done += 1;
      progress(`${String(done).padStart(3)}/${parts.length} ${municipality.slug} ${journey}: ${reason ?? 'ok'}`);
      return { caseId: cast.caseId, ...(reason && { reason }) };
    }),
  );
  // At the end, when nothing changes any more: the executions are listed once for all.
  const executions = await observer.executions();
  const outcomes: Outcome[] = [];
  for (const [at, { municipality, journey }] of parts.entries()) {
    const part = { municipality: municipality.slug, journey };
    const result = results[at];
    const played = result?.status === 'fulfilled' ? result.value : { caseId: '', reason: String(result?.reason) };
    if (played.reason !== undefined) outcomes.push({ ok: false, ...part, reason: played.reason });
    else {
      const own = executions.filter(({ name }) => name.startsWith(played.caseId));
      const { out } = programme;
      outcomes.push({ ok: true, row: await report({ out, ...part, ...played, executions: own, observer, post }) });
    }
  }
  return outcomes;
}

/** A story's case, and what went wrong in it. */
interface Played {
  readonly caseId: string;
  readonly reason?: string;
}

async function playOne(cast: Cast, journey: string): Promise<string | undefined> {
  const story = stories[journey];
  if (!story) return `no such journey: ${journey}`;
  try {
    await story(cast);
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)} (case ${cast.caseId || 'none'})`;
  }
}
