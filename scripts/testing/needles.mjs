function keyAt(bytes, at) {
  return (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
}

function nested(map, key) {
  const inner = map.get(key) ?? new Map();
  map.set(key, inner);

  return inner;
}

/**
 * Needles by their first three bytes, then by length, then by all of their bytes: of thousands that begin alike, as phone
 * numbers do, one look says which stands there. A table of flags tells quickly where none of them can begin.
 */
function index(needles) {
  const flags = new Uint8Array(1 << 24);
  const byKey = new Map();
  for (const { bytes, value } of needles) {
    const key = keyAt(bytes, 0);
    const same = nested(nested(byKey, key), bytes.length);
    const text = bytes.latin1Slice(0, bytes.length);
    flags[key] = 1;
    same.set(text, [...(same.get(text) ?? []), value]);
  }

  return { flags, byKey };
}

function* standingAt(haystack, at, byLength) {
  for (const [length, values] of byLength) {
    if (at + length <= haystack.length) {
      yield* values.get(haystack.latin1Slice(at, at + length)) ?? [];
    }
  }
}

/**
 * Looks for many texts (three bytes or more) at once.
 * @param {{ text: string, value: string }[]} needles `value` is what a find of `text` is reported as
 * @returns {(haystack: Buffer) => Map<string, number>} the values found and where each stands first, in bytes
 */
export function finder(needles) {
  const { flags, byKey } = index(needles.map((needle) => ({ ...needle, bytes: Buffer.from(needle.text) })));

  return (haystack) => {
    const found = new Map();
    for (let at = 0; at + 2 < haystack.length; at += 1) {
      const key = keyAt(haystack, at);
      if (flags[key] === 0) {
        continue;
      }
      for (const value of standingAt(haystack, at, byKey.get(key))) {
        if (!found.has(value)) {
          found.set(value, at);
        }
      }
    }

    return found;
  };
}
