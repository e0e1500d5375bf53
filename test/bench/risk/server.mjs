import { inRoot } from '../../../scripts/lib/root.mjs';
import { inspectorAddress, profileDuring } from '../profile/inspector.mjs';
import { locator } from '../profile/locate.mjs';
import { selfTimes } from '../profile/selfTimes.mjs';
import { startServers } from '../servers.mjs';
import { keepFile } from '../keep.mjs';

const shown = { parts: 15, functions: 35 };

/** As docs/operation starts it: with all the memory of the machine before it, Node collects its garbage late. */
const heap = '--max-old-space-size=1024';

/** The API as it is shipped, with a probe beside it that writes how long its event loop is held up. */
export async function startApi(place, { profile } = {}) {
  const nodeArgs = [heap, '--import', inRoot('test/bench/risk/lagProbe.mjs')];
  const { api } = await startServers(place, {
    only: ['api'],
    nodeArgs: profile ? [...nodeArgs, '--inspect=127.0.0.1:0'] : nodeArgs,
  });

  return { ...api, pid: api.pids[0] };
}

function lines(rows, count) {
  return rows
    .slice(0, count)
    .map(({ name, share }) => `    ${(share * 100).toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
}

/** Does something; when that is what is to be profiled, tells where the server spent its time meanwhile. */
export async function profiled(server, { profile: wanted, print }, name, work) {
  if (wanted === undefined || wanted !== name) {
    return work();
  }
  const { profile, result } = await profileDuring(inspectorAddress(server.log), work);
  const { busy, parts, functions } = selfTimes(profile, locator());
  print(`\n  ${name}: self time by part (the thread was busy ${Math.round(busy * 100)} % of the time)`);
  print(`${lines(parts, shown.parts)}\n\n  ${name}: by function\n${lines(functions, shown.functions)}\n`);
  print(`  ${keepFile(`risk-${name}.cpuprofile`, JSON.stringify(profile))} (opens in Chrome DevTools)`);

  return result;
}
