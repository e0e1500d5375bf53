/**
 * The text of one member of a JSON object exactly as it was sent: Alipay signs those bytes, and parsing and writing
 * them again may change them.
 * @param json a text that `JSON.parse` accepts as an object
 * @returns undefined when the member is missing, or there twice
 */
export function rawMember(json: string, name: string): string | undefined {
  const found = members(json).filter((member) => member.name === name);

  return found.length === 1 ? found[0]?.value : undefined;
}

interface Member {
  name: string;
  value: string;
}

function members(json: string): Member[] {
  const found: Member[] = [];
  let at = skipSpace(json, json.indexOf('{') + 1);

  while (json[at] === '"') {
    const nameEnd = endOfString(json, at);
    const valueStart = skipSpace(json, json.indexOf(':', nameEnd) + 1);
    const valueEnd = endOfValue(json, valueStart);
    found.push({
      name: String(JSON.parse(json.slice(at, nameEnd))),
      value: json.slice(valueStart, valueEnd).trimEnd(),
    });
    at = skipSpace(json, valueEnd + 1);
  }

  return found;
}

function skipSpace(json: string, start: number): number {
  let at = start;

  while (/\s/.test(json[at] ?? '')) {
    at += 1;
  }

  return at;
}

/** The place after a string's closing quote. */
function endOfString(json: string, start: number): number {
  let at = start + 1;

  while (at < json.length && json[at] !== '"') {
    at += json[at] === '\\' ? 2 : 1;
  }

  return at + 1;
}

/** The place of the comma or brace that ends a value. */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  let at = start;

  while (at < json.length) {
    const sign = json[at] ?? '';

    if (depth === 0 && (sign === ',' || sign === '}')) {
      return at;
    }

    if (sign === '{' || sign === '[') {
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
    }

    at = sign === '"' ? endOfString(json, at) : at + 1;
  }

  return at;
}
