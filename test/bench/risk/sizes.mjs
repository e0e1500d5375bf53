/** For each registered person so many live in the province: most rows are about people who are not registered. */
const perRegistered = 4;

/** Of a million rows: so many cases, and so many seals. */
const perMillion = { cases: 1_000, seals: 50 };

const partOf = (rows, share) => Math.max(1, Math.round((rows / 1e6) * share));

/** @param {{ rows: number, people: number }} options @param {{ real: object }} place */
export function provinceOf({ real }, { rows, people }) {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  return new real.Province(
    { seed: 20_200_208, people: Math.max(people * perRegistered, rows * 2), today },
    {
      journeys: rows,
      households: rows,
      cases: partOf(rows, perMillion.cases),
      contacts: 1_000,
      arrivals: rows,
      sealed: partOf(rows, perMillion.seals),
      fever: rows,
      // Of the registered, one in eighteen: so many have another colour when the rule is changed.
      medicine: Math.ceil(people * 0.3),
      tests: 0,
    },
  );
}
