function sum(counts) {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}

/** Points at which two counts differ; a point without a row counts nothing. */
function differing(one, other) {
  const points = new Set([...one.keys(), ...other.keys()]);

  return [...points].filter((point) => (one.get(point) ?? 0) !== (other.get(point) ?? 0)).length;
}

function more(list) {
  return list.length - new Set(list).size;
}

/** What does not agree, as sentences; nothing when all is well. */
function faultsOf(line, stored, { lost, strangers, unaudited, ledger }) {
  const rules = [
    [lost > 0, `${lost} acknowledged and not stored`],
    [strangers > 0, `${strangers} stored and never acknowledged, though all were sent again`],
    [line.doubled > 0, `${line.doubled} stored or audited twice`],
    [unaudited > 0, `${unaudited} in no audited batch`],
    [line.insidePoints > 0, `inside ≠ open presences at ${line.insidePoints} points`],
    [line.countedPoints > 0, `counts ≠ rows at ${line.countedPoints} points`],
    [ledger.differing > 0, `${ledger.differing} repeats got another answer than the first`],
    [ledger.mistakes > 0, `${ledger.mistakes} answered 500, which asks nobody to come back`],
    [ledger.refused > 0, `${ledger.refused} refused: ${ledger.refusals}`],
    [ledger.waiting > 0, `${ledger.waiting} never answered: ${ledger.troubles}`],
  ];

  return rules.filter(([isBroken]) => isBroken).map(([, sentence]) => sentence);
}

/**
 * Holds what phones were told against what the database holds.
 * @param {import('../phones/ledger.mjs').Ledger} ledger
 * @param {Awaited<ReturnType<import('./readBooks.mjs').readBooks>>} stored
 */
export function compare(ledger, stored) {
  const acknowledged = ledger.acknowledgedIds();
  const known = new Set(stored.ids);
  const audited = new Set(stored.audited);
  const line = {
    acknowledged: acknowledged.size,
    stored: stored.ids.length,
    doubled: more(stored.ids) + more(stored.audited),
    inside: sum(stored.stay),
    presences: sum(stored.inside),
    counts: sum(stored.came),
    rows: sum(stored.counted),
    insidePoints: differing(stored.stay, stored.inside),
    countedPoints: differing(stored.came, stored.counted),
  };
  const faults = faultsOf(line, stored, {
    lost: [...acknowledged].filter((id) => !known.has(id)).length,
    strangers: stored.ids.filter((id) => !acknowledged.has(id)).length,
    unaudited: stored.ids.filter((id) => !audited.has(id)).length,
    ledger: ledger.summary(),
  });

  return { ...line, faults };
}
