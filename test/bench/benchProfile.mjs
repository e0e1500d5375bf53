import { cases } from './cases.mjs';
import { keepFile } from './keep.mjs';
import { Generator } from './load/generator.mjs';
import { inspectorAddress, profileDuring } from './profile/inspector.mjs';
import { locator } from './profile/locate.mjs';
import { selfTimes } from './profile/selfTimes.mjs';
import { startServers, stopServers } from './servers.mjs';

const shown = { parts: 20, functions: 30 };
const warmUpMs = 4_000;

function lines(rows, count) {
  return rows
    .slice(0, count)
    .map(({ name, share }) => `  ${(share * 100).toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
}

/**
 * Where the server spends its time on one path, once it is warm.
 * @param {import('./place.mjs').BenchPlace} place
 */
export async function benchProfile(place, { profile: id, connections, seconds }) {
  const { server, load } = cases.find((one) => one.id === id);
  const servers = await startServers(place, { only: [server], nodeArgs: ['--inspect=127.0.0.1:0'] });
  const generator = await Generator.start(place);
  const { port, pids, log } = servers[server];
  const watched = { node: pids, database: place.database.pids };
  const measure = (measureMs) =>
    generator.measure({ kind: 'closed', load, port, connections, rampMs: 300, measureMs, watched });
  try {
    await measure(warmUpMs);
    const { profile, result } = await profileDuring(inspectorAddress(log), () => measure(seconds * 1_000));
    const { busy, parts, functions } = selfTimes(profile, locator());
    console.log(
      `\n${id}: ${Math.round(result.measured / result.seconds)}/s, ${result.errors} errors while profiled`,
    );
    console.log(`\nself time by part (the thread was busy ${Math.round(busy * 100)} % of the time)`);
    console.log(`${lines(parts, shown.parts)}\n\nby function\n${lines(functions, shown.functions)}\n`);
    console.log(`${keepFile(`${id}.cpuprofile`, JSON.stringify(profile))} (opens in Chrome DevTools)`);

    return result.errors === 0 ? 0 : 1;
  } finally {
    await generator.stop();
    await stopServers(servers);
  }
}
