import { showPass } from '@anxing/contract/offline/passChain';

import { issuePass, sha256 } from '../../../../api/src/codes/outagePass';
import { issuePersonalCode } from '../../../../api/src/codes/personalCode';
import { deviceOf, guardOf, holderOf, newScanId, type Attack } from './doorWorld';
import { latePath, sentByGuard, signedByDevice, type Sent } from './send';

/** A code of somebody real, so many ms old. */
export function freshCode(attack: Attack, draw: number, age: number): string {
  const { reference } = holderOf(attack, draw);

  return issuePersonalCode(attack.codeKeys.current, { reference, colour: 1, now: attack.now() - age });
}

function freshPass(attack: Attack, draw: number): string {
  const { reference } = holderOf(attack, draw);
  const now = attack.now();
  const pass = issuePass(attack.codeKeys.current, { reference, colour: 1, now: now - 600_000 });

  return showPass(sha256, pass, now) ?? '';
}

const objects: ((attack: Attack, draw: number) => string)[] = [
  (attack, draw) => freshCode(attack, draw, (draw % 40) * 1_000),
  freshPass,
  (attack, draw) => holderOf(attack, draw).card,
  (attack, draw) => holderOf(attack, draw).number,
  (attack, draw) => holderOf(attack, draw).national,
];

/** A check by staff or device, as it should be. */
export function genuineCheck(attack: Attack, draw: number, object: string, isStaff: boolean): Sent {
  const now = attack.now();
  const scan = { id: newScanId(now), object, mask: true };

  return isStaff
    ? sentByGuard(guardOf(attack, draw), scan)
    : signedByDevice(deviceOf(attack, draw), scan, { time: now });
}

function genuineLate(attack: Attack, draw: number): Sent {
  const at = attack.now() - 60_000;
  const { reference } = holderOf(attack, draw);
  const object = issuePersonalCode(attack.codeKeys.current, { reference, colour: 1, now: at });
  const item = { id: newScanId(at), object, decision: 'allow', mask: true };

  return signedByDevice(deviceOf(attack, draw), { items: [item] }, { time: attack.now(), path: latePath });
}

/** What must be taken, each way in turn, or the whole says nothing. */
export function genuineRequest(attack: Attack, draw: number): Sent {
  const way = draw % (objects.length * 2 + 1);
  const objectOf = objects[way >> 1];

  return objectOf
    ? genuineCheck(attack, draw, objectOf(attack, draw), way % 2 === 0)
    : genuineLate(attack, draw);
}
