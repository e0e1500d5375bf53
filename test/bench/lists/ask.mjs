const pageSize = 21;
const repeats = 15;
/** The last page is thought to lie here: this share of the time has been gone back already. */
const deep = 0.9;

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** ms: the first time, with whatever must be read from the disk, and the median of the times after. */
async function timed(work) {
  const times = [];
  let result;
  for (let i = 0; i <= repeats; i += 1) {
    const start = performance.now();
    result = await work();
    times.push(performance.now() - start);
  }

  return { first: times[0], median: median(times.slice(1)), result };
}

/** Whether whole rows are read for the page only, and how many index entries the database thinks it must look at. */
async function planOf(database, ask) {
  const plans = [];
  const select = database.select;
  database.select = async (sql, values) => {
    plans.push(...(await select.call(database, `EXPLAIN ${sql}`, values)));

    return [];
  };
  await ask();
  database.select = select;
  const inner = plans.filter(({ key }) => /passages_by/.test(String(key)));

  return {
    index: [...new Set(inner.map(({ key }) => key))].join(' + '),
    isCovering: inner.every(({ Extra }) => /Using index(?! condition)/.test(Extra)),
    sorts: inner.some(({ Extra }) => /filesort/.test(Extra)),
  };
}

/** Asks one question: its first page, a page far back, and how many there are. */
export async function askOne({ database, zone, listPassages, countPassages }, from, { title, filter }) {
  const whole = { from, ...filter };
  const after = {
    at: Math.round(whole.until - deep * (whole.until - whole.from)),
    id: 'ffffffff-ffff-7fff-bfff-ffffffffffff',
  };
  const firstPage = await timed(() => listPassages(database, zone, whole, pageSize));
  const deepPage = await timed(() => listPassages(database, zone, whole, pageSize, after));
  const count = await timed(() => countPassages(database, zone, whole, 10_001));
  const plan = await planOf(database, () => listPassages(database, zone, whole, pageSize));

  return { title, found: count.result, firstPage, deepPage, count, plan };
}
