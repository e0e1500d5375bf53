function escapedUnit(unit) {
  const code = unit.charCodeAt(0);

  return code < 128 ? unit : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** As careful JSON writers put it: every UTF-16 unit outside ASCII by its number. */
function escaped(value) {
  return value.split('').map(escapedUnit).join('');
}

/** The middle of a value's base64, which is the same wherever it stands, for each of the three alignments. */
function base64Cores(bytes) {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');

    return text.slice(shift === 0 ? 0 : shift + 1, -1);
  });
}

const shortestCore = 10;

/** The ways in which a value may stand in a log or dump: plain, in a URL, in JSON, in hexadecimal, in base64. */
export function spellings(value) {
  const bytes = Buffer.from(value, 'utf8');
  const hex = bytes.toString('hex');
  const cores = base64Cores(bytes).filter((core) => core.length >= shortestCore);
  const all = [
    value,
    encodeURIComponent(value),
    encodeURIComponent(value).toLowerCase(),
    escaped(value),
    hex,
    hex.toUpperCase(),
    ...cores,
    ...cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_')),
  ];

  return [...new Set(all)];
}
