const rampMs = 300;
const warmUpMs = 3_000;

/**
 * Measures every case once in each round, one after the other, so that whatever else happens on the machine meets all
 * of them alike. A first short round warms the servers up and counts for the books only.
 * @returns {Promise<{ id: string, round: number, result: object }[]>} round 0 is the warm-up
 */
export async function measureRounds({ cases, servers, generator, database, options, onResult }) {
  const measured = [];
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const { id, server, load } of cases) {
      const { port, pids } = servers[server];
      const result = await generator.measure({
        kind: 'closed',
        load,
        port,
        connections: options.connections,
        rampMs,
        measureMs: round === 0 ? warmUpMs : options.seconds * 1_000,
        watched: { node: pids, database: database.pids },
      });
      measured.push({ id, round, result });
      onResult?.({ id, round, result });
    }
  }

  return measured;
}
