import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Contender, Missing } from './contender.ts';

const program = `
import sys
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
fonts = FontConfiguration()
for line in sys.stdin:
    source, target = line.rstrip('\\n').split('\\t')
    HTML(filename=source).write_pdf(target, pdf_variant='pdf/ua-1', font_config=fonts)
    print('done', flush=True)
`;

/**
 * WeasyPrint where it is installed (on the PATH, or where WEASYPRINT says): one Python process makes letter after letter.
 */
export async function weasyPrint(folder: string): Promise<Contender | Missing> {
  const name = 'WeasyPrint';
  const command = process.env.WEASYPRINT ?? onPath('weasyprint');
  const python = command && interpreterOf(command);
  if (!python) return { name, missing: 'not installed (the PATH has none, WEASYPRINT names none)' };
  const { stdout } = await promisify(execFile)(command, ['--version']);
  const home = await mkdtemp(join(tmpdir(), 'bench-weasyprint-'));
  const child = spawn(python, ['-c', program], {
    env: { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts'), XDG_CACHE_HOME: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const [source, target] = [join(home, 'letter.html'), join(home, 'letter.pdf')];
  return {
    name,
    note: `${stdout.trim().replace(/^.* /, '')}, PDF/UA-1, in one Python process; no archive, no checks`,
    share: 0.1,
    make: async (html) => {
      await writeFile(source, html);
      child.stdin.write(`${source}\t${target}\n`);
      if ((await answers.next()).done) throw new Error('WeasyPrint ended');
      return readFile(target);
    },
    close: async () => {
      child.stdin.end();
      await ended;
      await rm(home, { recursive: true });
    },
  };
}

function onPath(name: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.map((place) => join(place, name)).find((file) => existsSync(file));
}

/** The Python that a command written in it is run by. */
function interpreterOf(command: string): string | undefined {
  return /^#!\s*(\S+)/.exec(readFileSync(command, 'latin1'))?.[1];
}
