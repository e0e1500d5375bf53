import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Fault } from '../lib/fault.mjs';
import { size } from '../lib/format.mjs';
import { finder } from './needles.mjs';
import { spellings } from './spellings.mjs';

/** Where test factories write every name, ID number and phone they make up, one to a line. */
export const listName = 'personal-data.txt';

const shortest = 3;
const shownLeaks = 20;

function valuesOf(folder) {
  const list = path.join(folder, listName);
  if (!existsSync(list)) {
    return [];
  }
  const lines = readFileSync(list, 'utf8').split('\n');

  return [...new Set(lines.map((line) => line.trim()))].filter((value) => [...value].length >= shortest);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== listName)
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** SQLite keeps texts as they are, so its files can be searched like dumps. */
function databasesOf(folder) {
  return folder ? filesOf(folder).filter((file) => /\.sqlite(-wal)?$/.test(file)) : [];
}

function around(content, at) {
  return content
    .subarray(Math.max(0, at - 40), at + 60)
    .toString('utf8')
    .replace(/\s+/g, ' ');
}

/**
 * Looks through logs, dumps and database files for personal data that tests used.
 * @param {string} folder logs and dumps: every file below it, and the list of personal data
 * @param {string} [temporary] where tests kept their SQLite databases
 * @returns {{ values: number, bytes: number, files: number, leaks: string[] }} a text for every value in every file
 */
export function findLeaks(folder, temporary) {
  const values = valuesOf(folder);
  const find = finder(values.flatMap((value) => spellings(value).map((text) => ({ text, value }))));
  const files = [...filesOf(folder), ...databasesOf(temporary)];
  let bytes = 0;
  const leaks = files.flatMap((file) => {
    const content = readFileSync(file);
    bytes += content.length;

    return [...find(content)].map(
      ([value, at]) => `${path.relative(folder, file)}: ${value} in «${around(content, at)}»`,
    );
  });

  return { values: values.length, bytes, files: files.length, leaks };
}

/** The test step: fails on any leak, and when there was nothing to look for or nothing to look through. */
export function checkLeaks(folder, temporary) {
  const { values, bytes, files, leaks } = findLeaks(folder, temporary);
  if (values === 0 || bytes === 0) {
    throw new Fault(`nothing to check: ${values} values, ${bytes} bytes; tests must list the data they use`);
  }
  if (leaks.length > 0) {
    const shown = leaks.slice(0, shownLeaks).join('\n');
    throw new Fault(`${leaks.length} pieces of personal data in logs or dumps:\n${shown}`);
  }

  return `${values} values, ${files} files, ${size(bytes)}: none found`;
}
