import { mkdtemp, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { makeExportFile } from '../../../../api/src/commands/exportFile';
import { readSheetFile } from '../../../../api/src/sheets/readSheetFile';

jest.setTimeout(60_000);

const { signal } = new AbortController();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anxing-export-'));
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** A disk that takes half of what it is given, as it may. */
async function takeHalf(): Promise<void> {
  const handle = await open(join(folder, 'any'), 'w');
  const handles = Object.getPrototypeOf(handle) as FileHandle;
  const write = handles.write as (bytes: Buffer) => Promise<unknown>;
  await handle.close();
  jest.spyOn(handles, 'write').mockImplementation(async function half(this: FileHandle, given: unknown) {
    const bytes = Buffer.from(String(given));

    return (await write.call(this, bytes.subarray(0, bytes.length / 2))) as never;
  });
}

test('a CSV file is whole, also when the disk takes a part at a time', async () => {
  await takeHalf();
  const target = { file: join(folder, 'a.csv'), signal };
  const made = await makeExportFile('csv', target);
  await made.add([['甲'], ['乙']]);
  await made.add([['丙']]);
  await made.finish();
  await made.close();

  expect(
    (await readSheetFile(await readFile(target.file), { rows: 10 })).slice(1).map(([cell]) => cell),
  ).toEqual(['甲', '乙', '丙']);
});

test('workbooks are written one after the other: each may take much memory', async () => {
  const running = new Set<Worker>();
  let most = 0;
  const { postMessage } = Worker.prototype;
  jest.spyOn(Worker.prototype, 'postMessage').mockImplementation(function noted(this: Worker, message) {
    running.add(this);
    most = Math.max(most, running.size);
    this.once('exit', () => running.delete(this));
    postMessage.call(this, message);
  });
  const files = ['a.xlsx', 'b.xlsx'].map((name) => join(folder, name));
  await Promise.all(
    files.map(async (file) => {
      const made = await makeExportFile('xlsx', { file, signal });
      await made.add([[file]]);
      await made.finish();
    }),
  );

  expect(most).toBe(1);
  for (const file of files) {
    expect((await readSheetFile(await readFile(file), { rows: 10 }))[1]?.[0]).toBe(file);
  }
});
