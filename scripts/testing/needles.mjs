function keyAt(bytes, at) {
  return (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
}

/** Byte sequences by their first three bytes; a table of flags tells quickly where none of them can begin. */
function index(needles) {
  const flags = new Uint8Array(1 << 24);
  const byKey = new Map();
  for (const needle of needles) {
    const key = keyAt(needle.bytes, 0);
    flags[key] = 1;
    byKey.set(key, [...(byKey.get(key) ?? []), needle]);
  }

  return { flags, byKey };
}

function standsAt(haystack, at, bytes) {
  return haystack.compare(bytes, 0, bytes.length, at, Math.min(at + bytes.length, haystack.length)) === 0;
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
      for (const { bytes, value } of byKey.get(key)) {
        if (!found.has(value) && standsAt(haystack, at, bytes)) {
          found.set(value, at);
        }
      }
    }

    return found;
  };
}
