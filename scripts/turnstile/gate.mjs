const gates = {
  open: ['  ┃      ┃', '  ┃  ↑↑  ┃   开闸 / OPEN', '  ┃      ┃'],
  stay: ['  ┃      ┃', '  ┣━━━━━━┫   不开 / STAYS SHUT', '  ┃      ┃'],
};

const wants = { temperature: '体温 / temperature', mask: '口罩 / mask' };

/** @param {number | undefined} age ms; undefined: the clock is wrong */
function ageText(age) {
  if (age === undefined) {
    return { chinese: '新旧无法判断', english: 'of unknown age' };
  }
  const minutes = Math.floor(age / 60_000);
  const ago = minutes < 60 ? `${minutes} 分钟前` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟前`;

  return { chinese: minutes < 1 ? '刚刚更新' : ago, english: `${minutes} min old` };
}

/** Whoever lets somebody in by a list wants to know how old it is. */
function listLine(list) {
  if (!list) {
    return '没有作废名单 / no list of revocations';
  }
  const { chinese, english } = ageText(list.age);
  const [lacks, lacksEnglish] = list.isComplete ? ['', ''] : ['，不完整', ', incomplete'];

  return `作废名单：${chinese}${lacks} / list of revocations: ${english}${lacksEnglish}`;
}

/**
 * A verdict as it is told at a terminal, line by line.
 * @param {{ by: string, opens: boolean, colour?: string, name?: string, why?: string | null, trouble?: string,
 *   list?: { age?: number, isComplete: boolean }, wants?: string[] }} verdict
 */
export function linesOf({ by, opens, colour, name, why, trouble, list, wants: asked = [] }) {
  const who = [name, colour].filter(Boolean).join(' · ');
  const source = by === 'platform' ? '平台判定 / by the platform' : '本机判定 / by itself';

  return [
    ...gates[opens ? 'open' : 'stay'],
    ...(who ? [`  ${who}`] : []),
    ...(why ? [`  ${why}`] : []),
    ...(asked.length > 0
      ? [`  还需 / still needed: ${asked.map((one) => wants[one] ?? one).join('，')}`]
      : []),
    `  ${source}${trouble ? `（没有平台的回答 / no answer: ${trouble}）` : ''}`,
    ...(by === 'itself' ? [`  ${listLine(list)}`] : []),
  ];
}

/** Draws the gate and says why. */
export function drawGate(verdict) {
  console.log(['', ...linesOf(verdict)].join('\n'));
}
