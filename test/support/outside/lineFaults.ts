import { ProviderUnavailable } from '../../../api/src/providers/providerUnavailable';
import type { LineFault, OutsideServer } from './outsideServer';

const faults: [LineFault, string][] = [
  ['silence', 'timeout'],
  ['cutOff', 'unreachable'],
  ['http500', 'failed'],
  ['notJson', 'malformed'],
  ['endless', 'malformed'],
];

/** Runs a call against every way in which a line can fail, and sees that each becomes a 503 that tells nobody's data. */
export function itSurvivesEveryLineFault(server: () => OutsideServer, call: () => Promise<unknown>): void {
  it.each(faults)('turns %s into ProviderUnavailable: %s', async (fault, expected) => {
    server().lineFault = fault;
    const error: unknown = await call().catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(ProviderUnavailable);
    expect(error).toMatchObject({ status: 503, code: 'unavailable', fault: expected, cause: undefined });
    expect(String(error)).not.toMatch(/138|王小明|secret|code-1/);
  });
}
