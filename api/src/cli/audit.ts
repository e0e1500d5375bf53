import type { Services } from '../context';
import { purgeProofs } from '../jobs/purgeProofs';
import { withServices } from './withServices';

const usage =
  '用法 / usage: npm run audit -- verify | purges\n' +
  '  verify  核对审计链 / walks the audit chains\n' +
  '  purges  列出到期清除的记录及其证明 / what was purged, with the proof of it';

/** A year of days. */
const daysShown = 366;

async function verify({ audit }: Services): Promise<number> {
  const reports = await audit.verify();
  for (const { slot, events, head, brokenAt, why } of reports) {
    console.log(
      brokenAt === null
        ? `✓ 链 ${slot}：${events} 条，完整 / chain ${slot}: ${events} events, whole, head ${head}`
        : `✗ 链 ${slot}：第 ${brokenAt} 条起不符 / chain ${slot}: broken at ${brokenAt}: ${why}`,
    );
  }
  if (reports.length === 0) {
    console.log('审计链为空 / the audit chain is empty');
  }

  return reports.some(({ brokenAt }) => brokenAt !== null) ? 1 : 0;
}

async function purges({ database }: Services): Promise<number> {
  const proofs = await purgeProofs(database, daysShown);
  for (const { day, found, digest, remaining, inChain } of proofs) {
    const end = remaining === null ? '清除中 / under way' : `剩余 ${remaining} / left ${remaining}`;
    console.log(`${inChain ? '✓' : '✗'} ${day}  ${found} 条 / rows  sha256 ${digest}  ${end}`);
  }
  if (proofs.length === 0) {
    console.log('尚无到期清除的记录 / nothing was purged yet');
  }

  return proofs.every(({ inChain, remaining }) => inChain && remaining === 0) ? 0 : 1;
}

const verbs: Record<string, (services: Services) => Promise<number>> = { verify, purges };

/** `npm run audit -- verify | purges`; the exit code is 1 when something does not fit. */
export function runAudit([name = '']: string[]): Promise<number> {
  const verb = verbs[name];
  if (!verb) {
    console.error(usage);

    return Promise.resolve(64);
  }

  return withServices(verb);
}
