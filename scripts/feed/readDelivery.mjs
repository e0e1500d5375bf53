import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { Fault } from '../lib/fault.mjs';
import { exits } from './exits.mjs';

const types = { '.csv': 'text/csv', '.ndjson': 'application/x-ndjson', '.jsonl': 'application/x-ndjson' };

function typeOf(file, charset) {
  const type = types[path.extname(file).toLowerCase()];
  if (!type) {
    throw new Fault(`须为 .csv 或 .ndjson 文件 / needs a .csv or .ndjson file: ${file}`, '', exits.usage);
  }

  return charset ? `${type}; charset=${charset}` : type;
}

/**
 * What there is to know of a file before it is sent. It is read as a stream: a feed of a country fits.
 * @returns {Promise<{ file: string, type: string, bytes: number, writtenAt: number, sha256: Buffer }>} times in ms
 */
export async function readDelivery({ file, charset }) {
  const type = typeOf(file, charset);
  const hash = createHash('sha256');
  try {
    const { size, mtimeMs } = statSync(file);
    await pipeline(createReadStream(file), hash);

    return { file, type, bytes: size, writtenAt: Math.floor(mtimeMs), sha256: hash.digest() };
  } catch (error) {
    throw new Fault(`文件无法读取 / ${file} cannot be read (${error.code})`, '', exits.noFile);
  }
}
