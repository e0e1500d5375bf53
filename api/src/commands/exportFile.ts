import { open, writeFile } from 'node:fs/promises';

import type { ExportFormat } from '@anxing/contract/passages';

import { passageColumnsOfFile } from '../presenters/passageRows';
import { csvLines, csvMark, type Cell } from '../sheets/writeCsv';
import { writeXlsx } from '../sheets/writeXlsx';
import { Mutex } from '../storage/mutex';

/** A file that grows by pages of rows. */
interface ExportFile {
  mediaType: string;
  add(rows: Cell[][]): Promise<void>;
  /** All rows are there. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

interface Target {
  file: string;
  signal: AbortSignal;
}

const heading: Cell[] = passageColumnsOfFile.map(({ title }) => title);

async function csvFile({ file }: Target): Promise<ExportFile> {
  const handle = await open(file, 'w', 0o600);
  await handle.appendFile(csvMark + csvLines([heading]));

  return {
    mediaType: 'text/csv; charset=utf-8',
    add: async (rows) => {
      await handle.appendFile(csvLines(rows));
    },
    finish: () => handle.sync(),
    close: () => handle.close(),
  };
}

/** What a workbook of the most rows takes in its thread. */
const workbookLimits = { memoryMb: 768, timeoutMs: 120_000 };

/** One workbook at a time: what two take would add up. */
const turns = new Mutex();

function xlsxFile({ file, signal }: Target): ExportFile {
  const rows = [heading];

  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    add: async (more) => {
      rows.push(...more);
    },
    finish: async () => {
      const sheet = { name: '出入记录', widths: passageColumnsOfFile.map(({ width }) => width), rows };
      const bytes = await turns.run(() => writeXlsx([sheet], { ...workbookLimits, signal }));
      await writeFile(file, bytes, { mode: 0o600 });
    },
    close: async () => undefined,
  };
}

export async function makeExportFile(format: ExportFormat, target: Target): Promise<ExportFile> {
  return format === 'csv' ? csvFile(target) : xlsxFile(target);
}
