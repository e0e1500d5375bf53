import { existsSync } from 'node:fs';

import { Fault } from '../lib/fault.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { inParallel } from '../lib/inParallel.mjs';
import { Progress } from '../lib/progress.mjs';
import { inRoot } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';

const projects = ['test', 'miniapp', 'admin', 'api', 'contract'];

async function check(project, progress) {
  if (!existsSync(inRoot(project, 'tsconfig.json'))) {
    throw new Fault(`没有 / There is no ${project}/tsconfig.json`);
  }
  const compiler = inRoot('node_modules/typescript/bin/tsc');
  // Remembers between runs what it has checked; a fresh clone has nothing to remember.
  const memory = inRoot('node_modules/.cache/types', `${project}.tsbuildinfo`);
  const args = ['--noEmit', '--incremental', '--tsBuildInfoFile', memory, '--pretty', 'false', '-p', project];
  await progress.step(`类型检查 / Types of ${project}`, async () => {
    const { code, output } = await run(process.execPath, [compiler, ...args]);
    if (code !== 0) {
      throw new Fault(`类型有误 / ${project} has type errors:\n${output.trimEnd()}`);
    }
  });
}

/** `npm run types`: checks every program, two at a time, and shows the errors of all of them. */
export async function main(args) {
  const progress = new Progress();
  await ensureInstalled(progress);
  const wanted = args.length > 0 ? args : projects;
  const faults = await inParallel(2, wanted, (project) => check(project, progress).catch((error) => error));
  const found = faults.filter(Boolean);
  found.forEach((fault) => console.error(`\n✗ ${fault.message}`));

  return found.length > 0 ? 1 : 0;
}
