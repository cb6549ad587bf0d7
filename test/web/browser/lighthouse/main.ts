import { launchChromium } from '../../../../functions/letters/pdf/chromium.ts';
import { browserFolder } from '../../../../infra/constructs/bundling/browser/browser-folder.ts';
import { bundled } from '../../../support/bundled.ts';
import { command } from '../../../support/command.ts';
import { onDemand } from '../../../support/on-demand.ts';
import type { Exhibit, openExhibition } from './exhibition.ts';

const version = '13.5.0';
const help = `Has Lighthouse ${version} judge every page and state of the app: accessibility and best practices, 100 each.
Lighthouse is no dependency (180 MB): npm installs it into your cache (~/.cache/individuell-plan) the first time.

  npm run lighthouse [-- options]

  --only TEXT   only pages whose name has TEXT
  --json        the scores as JSON on standard output
  --help        shows this

Exit codes: 0 all are 100, 1 one is not, 2 wrong arguments, 3 Lighthouse could not be installed.
`;
const note = `Pages are as the apps answered them, but for the status, and without the header referrer-policy: no-referrer: with it,
Lighthouse's own navigation is aborted by this Chromium. What keeps that header: test/web/security-headers.test.ts.`;

interface Scores {
  readonly page: string;
  readonly accessibility: number;
  readonly bestPractices: number;
  /** Audits that are not passed, by Lighthouse's own names. */
  readonly failed: readonly string[];
}

/** What we use of the package, which is not installed where types are checked. */
interface Lighthouse {
  default(url: string, flags: object, config: undefined, page: unknown): Promise<{ lhr: Report } | undefined>;
}
interface Report {
  readonly runtimeError?: { readonly code: string };
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly id: string; readonly score: number | null }>>;
}

const flags = {
  onlyCategories: ['accessibility', 'best-practices'],
  // How fast a machine is tells nothing here: no pretended telephone, and a slowed-down network is only reckoned with.
  throttlingMethod: 'simulate',
  // Nothing happens on our pages after they have loaded: there is nothing to wait for.
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
  formFactor: 'desktop',
  screenEmulation: { disabled: true },
  skipAboutBlank: true,
  logLevel: 'silent',
};

async function judge(lighthouse: Lighthouse, exhibits: readonly Exhibit[]): Promise<readonly Scores[]> {
  const chromium = await launchChromium(await browserFolder(), 'localhost');
  try {
    const scores: Scores[] = [];
    for (const { name, url } of exhibits) {
      const page = await chromium.newPage();
      const result = await lighthouse.default(url, flags, undefined, page);
      const score = scoresOf(name, result?.lhr);
      scores.push(score);
      await page.close();
      const { accessibility, bestPractices } = score;
      console.error(`${scores.length} of ${exhibits.length}: ${accessibility} ${bestPractices} ${name}`);
    }
    return scores;
  } finally {
    await chromium.close();
  }
}

function scoresOf(page: string, report: Report | undefined): Scores {
  if (report === undefined || report.runtimeError)
    return { page, accessibility: 0, bestPractices: 0, failed: [report?.runtimeError?.code ?? 'no report'] };
  const score = (category: string) => Math.round((report.categories[category]?.score ?? 0) * 100);
  const failed = Object.values(report.audits).filter((audit) => audit.score !== null && audit.score < 1);
  const [accessibility, bestPractices] = [score('accessibility'), score('best-practices')];
  return { page, accessibility, bestPractices, failed: failed.map(({ id }) => id) };
}

async function main({ only, json }: { readonly only: string; readonly json: boolean }): Promise<number> {
  const installed = await onDemand('lighthouse', version);
  if (installed === undefined) {
    console.error(`npm could not install lighthouse@${version}: nothing was judged.`);
    return 3;
  }
  // The apps' own log lines would bury the scores.
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  const lighthouse = (await import(installed)) as Lighthouse;
  const bundle = await bundled(new URL('./exhibition.ts', import.meta.url).pathname);
  const { openExhibition: open } = (await import(bundle.file)) as { openExhibition: typeof openExhibition };
  await bundle.remove();
  const exhibition = await open();
  try {
    const exhibits = exhibition.exhibits.filter(({ name }) => name.includes(only));
    if (exhibits.length === 0) {
      console.error(`No page's name has «${only}».`);
      return 2;
    }
    const scores = await judge(lighthouse, exhibits);
    if (json) console.log(JSON.stringify({ lighthouse: version, note, scores }, null, 2));
    else {
      console.table(scores.map(({ failed, ...score }) => ({ ...score, failed: failed.join(' ') })));
      console.log(note);
    }
    return scores.every(({ accessibility, bestPractices }) => accessibility === 100 && bestPractices === 100) ? 0 : 1;
  } finally {
    await exhibition.close();
  }
}

await command({
  help,
  options: { only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
  read: (values) => values,
  run: main,
});
