import { z } from 'zod';

import { limits } from '@anxing/contract/limits';
import { exportFormats, passageExportKind, passageKinds, type ExportFormat } from '@anxing/contract/passages';
import { decisions, directions } from '@anxing/contract/visits';

import { breathe } from '../base/breathe';
import { dayOf } from '../base/days';
import { writeAs, type Origin, type Services } from '../context';
import { defineJobKind, type JobFile, type RunningJob } from '../jobs/jobKind';
import { countPassages, listPassages } from '../passages/listPassages';
import type { Passage } from '../passages/passage';
import type { PassageFilter } from '../passages/passageWhere';
import { presentPassageRows } from '../presenters/passageRows';
import { insertLooks } from '../privacy/accessLog';
import { newLooks } from '../privacy/recentLooks';
import { makeExportFile } from './exportFile';

/** Rows at a time: some milliseconds each, so that whoever is at a door does not wait. */
const pageSize = 200;
const purpose = '导出出入记录';

interface ExportInput {
  format: ExportFormat;
  /** What was asked for, without a name: for the audit chain. */
  asked: Record<string, unknown>;
  byName: boolean;
  filter: PassageFilter;
}

const input: z.ZodType<ExportInput> = z.object({
  format: z.enum(exportFormats),
  asked: z.record(z.string(), z.unknown()),
  byName: z.boolean(),
  filter: z.object({
    unitId: z.string(),
    from: z.number(),
    until: z.number(),
    pointIds: z.array(z.string()).optional(),
    kind: z.enum(passageKinds).optional(),
    checkedBy: z.enum(['staff', 'device']).optional(),
    direction: z.enum(directions).optional(),
    colour: z.string().optional(),
    decision: z.enum(decisions).optional(),
    nameIndex: z.string().optional(),
    staffId: z.string().optional(),
    counted: z.boolean().optional(),
    temperature: z
      .union([z.literal('none'), z.object({ from: z.number() }), z.object({ below: z.number() })])
      .optional(),
  }),
});
type Job = RunningJob<ExportInput>;

function originOf({ staffId, unitId }: Job): Origin {
  return { actor: { kind: 'staff', id: staffId, unitId }, ip: null };
}

/** Page after page, each from behind the last row of the one before. */
async function* pagesOf({ database, config }: Services, { input: { filter, format }, signal }: Job) {
  let after: Passage | undefined;
  let left: number = limits.exportRows[format];
  while (left > 0) {
    signal.throwIfAborted();
    const page = await listPassages(database, config.brand.zone, filter, Math.min(pageSize, left), after);
    if (page.length === 0) {
      return;
    }
    yield page;
    after = page.at(-1);
    left -= page.length;
    await breathe();
  }
}

/** Everybody in the file reads of it, once, also when the job was begun anew. */
async function noteLooks(services: Services, job: Job, page: readonly Passage[], known: Set<string>) {
  const { unitId, staffId, createdAt } = job;
  const persons = [...new Set(page.map(({ personId }) => personId))].filter((id) => !known.has(id)).sort();
  persons.forEach((id) => known.add(id));
  const looks = persons.map((personId) => ({ personId, unitId, staffId, purpose }));
  if (looks.length === 0) {
    return;
  }
  await writeAs(services, originOf(job), async (scene) => {
    const since = scene.now - createdAt;
    const fresh = await newLooks(services.database, scene, looks, since);
    await insertLooks(fresh, scene.now, services.database.within(scene.tx));
  });
}

function noteExport(services: Services, job: Job, rows: number, persons: number): Promise<void> {
  const { asked, byName, format } = job.input;

  return writeAs(services, originOf(job), async (scene) => {
    const details = { job: job.id, filters: asked, byName, format, rows, persons };
    scene.events.push({ action: 'passages.export', target: job.unitId, details });
  });
}

async function perform(services: Services, job: Job): Promise<JobFile> {
  const { filter, format } = job.input;
  const { zone } = services.config.brand;
  const total = await countPassages(services.database, zone, filter, limits.exportRows[format]);
  const persons = new Set<string>();
  let done = 0;
  job.progress(done, total);
  const file = await makeExportFile(format, job);
  try {
    for await (const page of pagesOf(services, job)) {
      await noteLooks(services, job, page, persons);
      await file.add(await presentPassageRows(services, page));
      done += page.length;
      job.progress(Math.min(done, total), total);
    }
    await file.finish();
  } finally {
    await file.close();
  }
  await noteExport(services, job, done, persons.size);
  const days = [filter.from, filter.until - 1].map((at) => dayOf(at, zone).replaceAll('-', ''));

  return { name: `出入记录-${days.join('-')}.${format}`, mediaType: file.mediaType };
}

/** Passages of a unit as a file, masked. */
export const passageExportJob = defineJobKind<ExportInput>({
  name: passageExportKind,
  ability: 'readPassages',
  input,
  perform,
});
