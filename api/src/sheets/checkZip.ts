import { inflateRawSync } from 'node:zlib';

import { SheetRefused, unpackedMax } from './sheetFile';

/** Signatures and lengths of records (APPNOTE.TXT 6.3 §4.3.12, §4.3.16, §4.3.7). */
const endSignature = 0x06054b50;
const endLength = 22;
const entrySignature = 0x02014b50;
const entryLength = 46;
const localSignature = 0x04034b50;
const localLength = 30;
const commentMax = 65_535;
const entriesMax = 1_000;
const isEncrypted = 0x1;
const stored = 0;
const deflated = 8;

interface Entry {
  flags: number;
  method: number;
  packed: number;
  unpacked: number;
  local: number;
}

function refuse(): never {
  throw new SheetRefused('sheetUnreadable');
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - endLength - commentMax);
  for (let at = zip.length - endLength; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === endSignature) {
      return at;
    }
  }

  return refuse();
}

function entriesOf(zip: Buffer): Entry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > entriesMax) {
    refuse();
  }
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (zip.readUInt32LE(at) !== entrySignature) {
      refuse();
    }
    entries.push({
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      local: zip.readUInt32LE(at + 42),
    });
    at += entryLength + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }

  return entries;
}

function packedBytes(zip: Buffer, { local, packed }: Entry): Buffer {
  if (zip.readUInt32LE(local) !== localSignature) {
    refuse();
  }
  const start = local + localLength + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);

  return start + packed > zip.length ? refuse() : zip.subarray(start, start + packed);
}

/** Unpacks as far as the budget goes: what an entry says of its own size may be a lie. */
function unpackedSize(bytes: Buffer, method: number, budget: number): number {
  if (method === stored) {
    return bytes.length;
  }
  if (method !== deflated) {
    refuse();
  }
  try {
    return bytes.length === 0 ? 0 : inflateRawSync(bytes, { maxOutputLength: Math.max(1, budget) }).length;
  } catch (error) {
    const isTooLarge = error instanceof Error && Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE';
    throw new SheetRefused(isTooLarge ? 'sheetTooLarge' : 'sheetUnreadable');
  }
}

/**
 * Makes sure that a zip file unpacks to what it says, and to no more than `unpackedMax`: nothing in it is trusted
 * by whoever reads it next before this.
 * @throws SheetRefused
 */
export function checkZip(zip: Buffer): void {
  try {
    let budget = unpackedMax;
    for (const entry of entriesOf(zip)) {
      if (entry.flags & isEncrypted) {
        refuse();
      }
      const size = unpackedSize(packedBytes(zip, entry), entry.method, budget);
      budget -= size;
      if (budget < 0) {
        throw new SheetRefused('sheetTooLarge');
      }
      if (size !== entry.unpacked) {
        refuse();
      }
    }
  } catch (error) {
    // Reading behind the end of the file.
    throw error instanceof RangeError ? new SheetRefused('sheetUnreadable') : error;
  }
}
