import { ensureBuilt } from '../lib/builds.mjs';
import { Fault } from '../lib/fault.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { programs } from '../lib/programs.mjs';
import { Progress } from '../lib/progress.mjs';

const names = Object.keys(programs);
const usage = `npm run build -- [${names.join('|')}|all] [--force]`;

function chosen(args) {
  const wanted = args.filter((arg) => arg !== '--force');
  const wrong = wanted.find((name) => name !== 'all' && !names.includes(name));
  if (wrong) {
    throw new Fault(`没有这个程序 / No such program: ${wrong}`, usage);
  }

  return wanted.length === 0 || wanted.includes('all') ? names : wanted;
}

/** `npm run build`: builds what is stale, or with --force everything named, and shows what each weighs. */
export async function main(args) {
  if (args.includes('--help')) {
    console.log(usage);

    return 0;
  }
  const wanted = chosen(args);
  const progress = new Progress();
  await ensureInstalled(progress);
  for (const name of wanted) {
    const sizes = await ensureBuilt(name, progress, args.includes('--force'));
    console.log(`  ${name}: ${sizes}`);
  }

  return 0;
}
