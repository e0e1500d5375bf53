import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
const pages = tracked.filter((file) => file.endsWith('.md'));

function linksOf(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const targets = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target ?? '');

  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => path.join(path.dirname(page), target));
}

function isThere(target: string): boolean {
  const clean = target.replace(/\/$/, '');

  return tracked.some((file) => file === clean || file.startsWith(`${clean}/`));
}

test('pages and pictures that the documentation links to are in the repository', () => {
  expect(pages).toContain('README.md');
  for (const page of pages) {
    expect(linksOf(page).filter((target) => !isThere(target))).toEqual([]);
  }
});

test('every command that the READMEs name exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const page of ['README.md', 'README.zh-CN.md']) {
    const named = [...readFileSync(page, 'utf8').matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  }
});
