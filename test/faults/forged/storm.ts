import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { readSecrets } from '../../../api/src/base/secrets';
import { KeyRing } from '../../../api/src/codes/keyRing';
import { codeKeyFromMaterial, posterKeyFromMaterial } from '../../../api/src/codes/keys';
import { Tokens } from '../../../api/src/privacy/tokens';
import { deviceKeyOf } from '../../bench/crew/deviceKeys';
import { overTls } from '../../support/e2e/site/overTls';
import type { DeviceAtDoor, DoorWorld } from '../../support/forgery/http/doorWorld';
import { Exchange } from '../../support/forgery/http/exchange';
import { stormDoors } from '../../support/forgery/http/storm';
import type { ForgedCrew } from './crewFile';

function deviceFrom({ id, seed }: { id: string; seed: string }): DeviceAtDoor {
  return { id, privateKey: deviceKeyOf(seed).privateKey };
}

/** The newest key of an installation is its last one; ours has one of each. */
function worldOf(url: string, crew: ForgedCrew, secretsFile: string): DoorWorld {
  const secrets = readSecrets(secretsFile);
  const tokens = new Tokens(Buffer.from(secrets.sessionSecret, 'base64'));
  const tokenOf = (sessionId: string) => tokens.signAccess({ sessionId, audience: 'staff' }, Date.now());

  return {
    url,
    codeKeys: new KeyRing(secrets.codeKeys.map(codeKeyFromMaterial)),
    posterKeys: new KeyRing(secrets.posterKeys.map(posterKeyFromMaterial)),
    people: crew.people.map(({ reference, ...holder }) => ({
      ...holder,
      reference: Buffer.from(reference, 'hex'),
    })),
    devices: crew.devices.map(deviceFrom),
    disabled: deviceFrom(crew.disabled),
    guards: crew.guards.map(({ sessionId, pointId }) => ({
      pointId,
      // A token is good for ten minutes, and a storm may take longer.
      get authorization() {
        return `Bearer ${tokenOf(sessionId)}`;
      },
    })),
    now: Date.now,
    pass: (ms) => sleep(ms),
  };
}

/** Storms a running API and prints the tally: `forgedStorm <url> <crew file> <secrets file> <port of the exchange> <count>`. */
async function main([url = '', file = '', secretsFile = '', port = '', count = '']: string[]): Promise<void> {
  const crew = JSON.parse(readFileSync(file, 'utf8')) as ForgedCrew;
  const exchange = new Exchange();
  crew.people.forEach(({ national, idNumber }) => exchange.knows(national, idNumber));
  await exchange.start();
  const door = await overTls(exchange, crew.exchange, Number(port));
  try {
    const tally = await stormDoors(worldOf(url, crew, secretsFile), Number(count));
    console.log(JSON.stringify(tally));
  } finally {
    door.close();
    await exchange.stop();
  }
}

await main(process.argv.slice(2));
