const gates = {
  open: ['  ┃      ┃', '  ┃  ↑↑  ┃   开闸 / OPEN', '  ┃      ┃'],
  stay: ['  ┃      ┃', '  ┣━━━━━━┫   不开 / STAYS SHUT', '  ┃      ┃'],
};

const wants = { temperature: '体温 / temperature', mask: '口罩 / mask' };

function linesOf({ by, opens, colour, name, why, trouble, wants: asked = [] }) {
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
  ];
}

/** Draws the gate and says why. */
export function drawGate(verdict) {
  console.log(['', ...linesOf(verdict)].join('\n'));
}
