/** So many units, the largest with a tenth of all passages and the next ones with less and less (Zipf). */
export const sizes = {
  units: 200,
  pointsPerUnit: 25,
  staffPerUnit: 10,
  persons: 1_000_000,
  names: 200_000,
  days: 31,
};

const dayMs = 86_400_000;

/** 16 bytes in hex that name one of a kind. */
export function hexId(kind, number) {
  return kind.toString(16).padStart(4, '0') + number.toString(16).padStart(28, '0');
}

export function idOf(kind, number) {
  return hexId(kind, number).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const kinds = { person: 1, unit: 2, point: 3, staff: 4 };

export function nameIndex(unit, name) {
  return `1.${String(unit).padStart(10, '0')}${String(name).padStart(33, '0')}`;
}

/** A quick generator (xorshift32, Marsaglia 2003): the same rows in every run. */
export function makeRandom(seed) {
  let state = seed;

  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;

    return (state >>> 0) % below;
  };
}

/** For a random number below `total` the unit that it falls to. */
function makeUnits() {
  const weights = Array.from({ length: sizes.units }, (_, unit) => 1 / (unit + 1.2));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint8Array(10_000);
  let at = 0;
  let reached = 0;
  weights.forEach((weight, unit) => {
    reached += weight / whole;
    while (at < table.length && at < reached * table.length) {
      table[at] = unit;
      at += 1;
    }
  });
  table.fill(sizes.units - 1, at);

  return table;
}

function temperatureOf(random) {
  return random(1000) === 0 ? 373 + random(15) : 360 + random(13);
}

function colourOf(random) {
  const drawn = random(100);

  return drawn < 97 ? ['green', 'allow'] : drawn < 99 ? ['orange', 'stop'] : ['unknown', 'ask'];
}

/** Makes lines for LOAD DATA, one passage each. @param {number} first the first instant, ms */
export function makeLines(first, dayNumberOf) {
  const random = makeRandom(20261121);
  const units = makeUnits();

  return (day, from, count, total) => {
    const lines = [];
    for (let i = 0; i < count; i += 1) {
      const at = first + day * dayMs + Math.floor((dayMs * (from + i)) / total);
      const unit = units[random(units.length)];
      const point = unit * sizes.pointsPerUnit + random(sizes.pointsPerUnit);
      const person = random(sizes.persons);
      const isScan = random(10) < 3;
      const staff = isScan
        ? hexId(kinds.staff, unit * sizes.staffPerUnit + random(sizes.staffPerUnit))
        : '\\N';
      const temperature = isScan ? temperatureOf(random) : undefined;
      const [colour, decision] = temperature >= 373 ? ['green', 'stop'] : colourOf(random);
      const id = `${at.toString(16).padStart(12, '0')}7${hex(random, 3)}8${hex(random, 7)}${hex(random, 8)}`;
      lines.push(
        `${dayNumberOf(day)}\t${id}\t${Number(isScan)}\t${Number(random(10) < 2)}\t${at}\t${at + 40}\t` +
          `${hexId(kinds.person, person)}\t${hexId(kinds.unit, unit)}\t${hexId(kinds.point, point)}\t350102\t` +
          `${colour}\t${decision}\t\\N\t${temperature ?? '\\N'}\t${isScan ? 1 : '\\N'}\t${staff}\t` +
          `${Number(random(10) > 0)}\t${id}${id}\t${nameIndex(unit, person % sizes.names)}\n`,
      );
    }

    return Buffer.from(lines.join(''));
  };
}

function hex(random, digits) {
  return random(16 ** Math.min(digits, 7))
    .toString(16)
    .padStart(digits, '0');
}
