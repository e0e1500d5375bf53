/** What the database holds of a run, straight from the tables. */
async function stored(database, name) {
  const read = (sql) => database.number(sql.replaceAll('~', `${name}.`));

  return {
    visits: await read('SELECT COUNT(*) FROM ~passages WHERE kind = 0'),
    scans: await read('SELECT COUNT(*) FROM ~passages WHERE kind = 1'),
    looks: await read('SELECT COUNT(*) FROM ~accesses'),
    counted: await read('SELECT SUM(counted) FROM ~passages'),
    came: await read('SELECT SUM(came) FROM ~flow_counts'),
    inside: await read('SELECT SUM(inside) FROM ~presences'),
    difference: await read('SELECT SUM(came) - SUM(went) - SUM(expired) FROM ~flow_counts'),
  };
}

/** What does not agree, as sentences; nothing when acknowledged = stored = counted. */
export function disagreements(acknowledged, found) {
  const pairs = [
    ['visits acknowledged', acknowledged.visits, 'stored', found.visits],
    ['scans acknowledged', acknowledged.scans, 'stored', found.scans],
    ['scans stored', found.scans, 'looks noted', found.looks],
    ['passages counted', found.counted, 'came', found.came],
    ['open presences', found.inside, 'came − left', found.difference],
  ];

  return pairs
    .filter(([, one, , other]) => one !== other)
    .map(([name, one, otherName, other]) => `${name} ${one} ≠ ${otherName} ${other}`);
}

function acknowledgedBy(server, cases, measured) {
  const sumOf = (load) =>
    measured
      .filter(({ id }) => cases.some((one) => one.id === id && one.server === server && one.load === load))
      .reduce((sum, { result }) => sum + result.acknowledged, 0);

  return { visits: sumOf('checkIn'), scans: sumOf('door') + sumOf('deviceDoor') };
}

/**
 * Closes the books of both databases: acknowledged = stored = counted, warm-up included.
 * @returns {Promise<{ server: string, acknowledged: object, found: object, faults: string[] }[]>}
 */
export async function closeBooks(database, names, cases, measured) {
  const books = [];
  for (const [server, name] of Object.entries(names)) {
    const acknowledged = acknowledgedBy(server, cases, measured);
    const found = await stored(database, name);
    books.push({ server, acknowledged, found, faults: disagreements(acknowledged, found) });
  }

  return books;
}

/** The books in words. */
export function describeBooks(books) {
  return books
    .map(({ server, acknowledged: { visits, scans }, found, faults }) =>
      faults.length > 0
        ? `✗ ${server}: ${faults.join('; ')}`
        : `✔ ${server}: ${visits} visits + ${scans} scans acknowledged = stored; ` +
          `${found.counted} counted = came; ${found.inside} inside = came − left`,
    )
    .join('\n');
}
