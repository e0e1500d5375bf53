import { beijingTime } from '../feed/beijingTime.mjs';
import { State } from './state.mjs';
import { wordsOf } from './words.mjs';

/** `status`: what it holds. */
export function status({ folder }) {
  const state = new State(folder);
  const { name, unit, point, deviceId, origin, takesPasses, clockOffset, shutBy } = state.device;
  const { lists, queue } = state;
  console.log(`${name} · ${unit.name} · ${point.name}`);
  console.log(`设备编号 / device:          ${deviceId}`);
  console.log(`平台 / platform:            ${origin}`);
  if (shutBy) {
    console.log(`不开闸 / stays shut:        ${wordsOf(shutBy)}`);
  }
  console.log(`时钟偏差 / clock is off by: ${Math.round(-(clockOffset ?? 0))} ms`);
  console.log(`离线通行码 / outage passes: ${takesPasses ? '接受 / taken' : '不接受 / not taken'}`);
  console.log(
    lists
      ? `公钥 / keys: ${lists.keys.map(({ id }) => id).join(', ')} · ` +
          `作废名单截至 / revocations as of: ${beijingTime(lists.revocations.asOf)} (${lists.revocations.passes.length})`
      : '公钥 / keys: 尚未取得 / none yet',
  );
  console.log(`待补传 / waiting to be sent: ${queue.length}`);

  return 0;
}
