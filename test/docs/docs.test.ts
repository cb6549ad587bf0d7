import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = ['node_modules', 'cdk.out', '.build', '.local', 'out', '.git'];
const documents = globSync('**/*.md', { cwd: root, exclude: (name) => notOurs.includes(name) });

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Headings as GitHub turns them into anchors. */
function anchors(markdown: string): Set<string> {
  const headings = [...markdown.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

describe.each(documents)('%s', (document) => {
  const markdown = read(document);
  const links = [...markdown.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

  test('leads to files and headings that exist', () => {
    const dead = links.filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchors(read(file)).has(anchor);
    });
    expect(dead).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const named = [...markdown.matchAll(/npm run ([a-z:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });
});

test.each(['start', 'demo', 'letters', 'siege', 'bench', 'lighthouse'])('npm run %s tells its options', (script) => {
  const { stdout, status } = spawnSync('npm', ['run', '--silent', script, '--', '--help'], { cwd: root });
  expect(status).toBe(0);
  expect(stdout.toString()).toContain('--help');
});
