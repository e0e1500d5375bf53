import { withServices } from './withServices';

/** `npm run audit -- verify`: walks the audit chains; the exit code is 1 when one is broken. */
export function runAudit([verb]: string[]): Promise<number> {
  if (verb !== 'verify') {
    console.error('用法 / usage: npm run audit -- verify');

    return Promise.resolve(64);
  }

  return withServices(async ({ audit }) => {
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
  });
}
