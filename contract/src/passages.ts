import { z } from 'zod';

import { idList, moment, pageOf, paging, personName } from './fields';
import { idTypeKeys } from './identityDocuments';
import { limits } from './limits';
import { scanObjects } from './scans';
import { decisions, directions, type Decision, type Direction } from './visits';

export const passageKinds = ['visit', 'scan'] as const;

/** What lists are narrowed by: checks, all of them or those by staff or by gates alone. */
export const passageWays = [...passageKinds, 'staff', 'device'] as const;

export const passageWayNames: Record<(typeof passageWays)[number], string> = {
  visit: '扫张贴码登记',
  scan: '工作人员或闸机查验',
  staff: '工作人员查验',
  device: '闸机/终端核验',
};

/** How somebody passed, in words: what a gate checked nobody of the staff did. */
export function passageWay(kind: (typeof passageKinds)[number], isByDevice: boolean): string {
  if (kind === 'visit') {
    return passageWayNames.visit;
  }

  return passageWayNames[isByDevice ? 'device' : 'staff'];
}

export const directionNames: Record<Direction, string> = { in: '进入', out: '离开' };
export const decisionNames: Record<Decision, string> = { allow: '放行', stop: '禁止通行', ask: '待核实' };

/** Temperature as measured: fever is what stops at the door, by the platform's policy. */
export const temperatureKinds = ['fever', 'normal', 'none'] as const;

/** What passages may be narrowed by. There is none by document number: nobody learns a colour by typing one. */
export const passageFilters = {
  /** Days or minutes in the configured zone, both included. */
  from: moment.optional(),
  to: moment.optional(),
  /** One point or several, with those below them. */
  pointId: idList(limits.pointsInFilter).optional(),
  kind: z.enum(passageWays).optional(),
  direction: z.enum(directions).optional(),
  colour: z.string().max(20).optional(),
  decision: z.enum(decisions).optional(),
  /** The full name, exactly: names are stored encrypted. */
  name: personName.optional(),
  /** Who scanned. */
  staffId: z.uuid().optional(),
  /** Whether it changed the counts of its point: a repeat does not. */
  counted: z.enum(['true', 'false']).optional(),
  temperature: z.enum(temperatureKinds).optional(),
};

function firstMinute(moment: string): string {
  return moment.includes('T') ? moment : `${moment}T00:00`;
}

function lastMinute(moment: string): string {
  return moment.includes('T') ? moment : `${moment}T23:59`;
}

/** A range that ends before it begins. */
function checkRange(range: { from?: string | undefined; to?: string | undefined }, context: z.RefinementCtx) {
  if (range.from && range.to && firstMinute(range.from) > lastMinute(range.to)) {
    context.addIssue({ code: 'custom', path: ['to'], message: 'range' });
  }
}

export const passageQuery = z.strictObject({ ...passageFilters, ...paging }).superRefine(checkRange);
export type PassageQuery = z.input<typeof passageQuery>;

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file of all that the filters leave, made in the background. */
export const passageExport = z
  .strictObject({ ...passageFilters, format: z.enum(exportFormats) })
  .superRefine(checkRange);
export type PassageExport = z.input<typeof passageExport>;

/** The kind of the background job. */
export const passageExportKind = 'passages.export';

/** The passages of one person, or of one staff member. */
export const passerQuery = z
  .strictObject({ from: passageFilters.from, to: passageFilters.to, ...paging })
  .superRefine(checkRange);
export type PasserQuery = z.input<typeof passerQuery>;

export const passageItem = z.object({
  id: z.string(),
  kind: z.enum(passageKinds),
  direction: z.enum(directions),
  at: z.number(),
  point: z.object({ id: z.string(), name: z.string() }),
  /** Masked. */
  person: z.string(),
  /** Of the person's page; another one in every unit. */
  personId: z.string(),
  colour: z.string(),
  decision: z.enum(decisions),
  /** °C; null when nobody measured. */
  temperature: z.number().nullable(),
  /** Whether it changed the counts of its point. */
  counted: z.boolean(),
  /** The staff member who scanned; null for a visit, and where a gate did. */
  staff: z.string().nullable(),
  staffId: z.string().nullable(),
  /** Name of the gate or terminal that checked; null when none did. */
  device: z.string().nullable(),
  /** Why somebody came, in words; null when nobody asked. */
  reason: z.string().nullable(),
  /** Why the guard decided otherwise than colour and policy, in words; null when he did not. */
  override: z.string().nullable(),
  /** Decided at the door without network. */
  late: z.boolean(),
});
export type PassageItem = z.infer<typeof passageItem>;

export const passageDetail = passageItem.extend({
  receivedAt: z.number(),
  address: z.string(),
  idNumber: z.string(),
  phone: z.string().nullable(),
  why: z.string().nullable(),
  mask: z.boolean().nullable(),
  /** By what the person was recognised; null for a visit. */
  object: z.enum(scanObjects).nullable(),
  /** What the guard wrote to his decision. */
  note: z.string().nullable(),
});
export type PassageDetail = z.infer<typeof passageDetail>;

/** How many there are, counted up to `limits.passagesCounted`. */
export const passageTotal = z.object({
  count: z.number().int(),
  /** There are more than were counted. */
  isMore: z.boolean(),
});
export type PassageTotal = z.infer<typeof passageTotal>;

/** A page of passages; the total comes with the first one. */
export const passagePage = pageOf(passageItem).extend({ total: passageTotal.optional() });
export type PassagePage = z.infer<typeof passagePage>;

/** Somebody who was at the own unit, as far as the unit may see it. */
export const passer = z.object({
  id: z.string(),
  name: z.string(),
  idType: z.enum(idTypeKeys),
  idNumber: z.string(),
  phone: z.string().nullable(),
  /** At the own unit, within the time that passages are kept. */
  firstAt: z.number(),
  lastAt: z.number(),
});
export type Passer = z.infer<typeof passer>;
