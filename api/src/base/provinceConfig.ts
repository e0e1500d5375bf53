import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { limits } from '@anxing/contract/limits';

import { divisionProblems } from './divisions';
import { StartRefused } from './errors';

const brandSchema = z.strictObject({
  name: z.string().min(1),
  shortName: z.string().min(1),
  province: z.string().min(1),
  /** The own province's code. */
  division: z.string().regex(/^\d{2}0000$/),
  operator: z.string().min(1),
  hotline: z.string().min(1),
  hotlineHours: z.string(),
  primary: z.string().regex(/^#[0-9a-f]{6}$/i),
  consentVersion: z.iso.date(),
  zone: z.string().refine(isZone, 'not a time zone'),
  poster: z.strictObject({
    title: z.string().min(1),
    subtitle: z.string(),
    steps: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()).max(3) })).max(3),
  }),
});

const categoriesSchema = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    group: z.string(),
    department: z.string(),
    /** Visits must be recorded, or showing the code is enough. */
    record: z.enum(['must', 'show', 'exempt']),
    mask: z.boolean(),
    /** Nobody gets in without having it measured, or it is asked for and may be left out. */
    temperature: z.enum(['required', 'asked']),
    /** Hours for which a negative nucleic-acid test lets somebody in; null where none is needed. */
    testHours: z
      .number()
      .int()
      .min(1)
      .max(limits.testResultDays * 24)
      .nullable(),
    /** Whoever is checked is inside only once the guard has told the feedback. */
    feedbackFirst: z.boolean(),
    /** Without network, an outage pass lets somebody in. */
    outagePass: z.boolean(),
    /** Minutes after which somebody inside is taken to have left. */
    stayMinutes: z.number().int().positive(),
  }),
);

const divisionsSchema = z
  .array(z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1) }))
  .superRefine((list, check) =>
    divisionProblems(list).forEach((message) => check.addIssue({ code: 'custom', message })),
  );
const servicesSchema = z.array(z.strictObject({ id: z.string(), name: z.string(), link: z.string() }));
const retentionSchema = z.strictObject({
  /** Passages, and who was where. */
  passageDays: z.number().int().positive(),
  /** Who looked at whose data. */
  accessDays: z.number().int().positive().default(180),
  messageDays: z.number().int().positive().default(180),
  /** Counts of comings and goings, without persons. */
  flowDays: z.number().int().positive().default(400),
  /** Appeals and changes of colour by hand, with their evidence, after they ended: longer than one can be in force. */
  appealDays: z.number().int().min(31).default(365),
  /** Records of the feeds after they ended; so long any day can be explained. */
  factDays: z.number().int().min(31).default(180),
});
const appealsSchema = z.strictObject({
  comment: z.string(),
  /** Hours in which an appeal is answered, and a positive answer is checked by a second person. */
  answerHours: z.number().int().positive(),
  /** Days in which the person adds what is asked for. */
  moreDays: z.number().int().positive(),
});
const reasonId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/, 'must be a short word of latin letters');
const reasonName = z.string().min(1).max(20);

function areApart(list: readonly { id: string }[]): boolean {
  return new Set(list.map(({ id }) => id)).size === list.length;
}

const policySchema = z.strictObject({
  comment: z.string(),
  feverFrom: z.number().min(36).max(40),
  unknownColour: z.enum(['ask', 'stop', 'allow']),
  /** Nobody goes on duty at a door without the clear colour. */
  dutyNeedsClear: z.boolean(),
  /** Why somebody wants in. */
  passReasons: z
    .array(z.strictObject({ id: reasonId, name: reasonName }))
    .min(1)
    .refine(areApart, 'an id is there twice'),
  /** Why the identity card of somebody who is not old is read. */
  idCardReasons: z
    .array(z.strictObject({ id: reasonId, name: reasonName }))
    .min(1)
    .refine(areApart, 'an id is there twice'),
  /** Why a guard decides otherwise, and whether that holds for somebody with fever too. */
  overrideReasons: z
    .array(
      z.strictObject({
        id: reasonId,
        name: reasonName,
        decision: z.enum(['allow', 'stop']),
        fever: z.boolean(),
      }),
    )
    .refine(areApart, 'an id is there twice'),
  /** What would turn more people than both of these waits for a second person. */
  turning: z
    .strictObject({
      /** Of all people: so many may lose the clear colour. */
      share: z.number().min(0).max(1),
      /** Of the records of a deliverer: so many may end at once. */
      ended: z.number().min(0).max(1).default(0.3),
      /** As few people never matter. */
      people: z.number().int().nonnegative(),
      /** As few records may always end: a list that was cut at its source ends some, too. */
      endedRows: z.number().int().nonnegative().default(20),
    })
    .default({ share: 0.02, ended: 0.3, people: 200, endedRows: 20 }),
  /** A batch with a larger share of wrong rows is refused as a whole. */
  wrongRowShare: z.number().min(0).max(1).default(0.2),
  /** So many wrong rows refuse no batch that has good ones. */
  wrongRowsFew: z.number().int().min(0).default(20),
});

/** Codes of medicines against fever, and where the list is from. */
const drugCodesSchema = z.strictObject({
  source: z.string(),
  codes: z.array(z.strictObject({ code: z.string().regex(/^[A-Z0-9]{3,20}$/), name: z.string().min(1) })),
});

/** What a province changes without touching code; one property per file in `config/`. */
export interface ProvinceConfig {
  brand: z.infer<typeof brandSchema>;
  categories: z.infer<typeof categoriesSchema>;
  divisions: z.infer<typeof divisionsSchema>;
  services: z.infer<typeof servicesSchema>;
  retention: z.infer<typeof retentionSchema>;
  policy: z.infer<typeof policySchema>;
  drugCodes: z.infer<typeof drugCodesSchema>;
  appeals: z.infer<typeof appealsSchema>;
  /** Parsed by `risk/`, which knows what they mean. */
  raw: {
    colours: unknown;
    feeds: unknown;
    overrides: unknown;
    risk: unknown;
    regionLevels: unknown;
    screening: unknown;
  };
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function readJson(folder: string, name: string): unknown {
  const file = path.join(folder, `${name}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`配置文件无法读取 / ${file} cannot be read: ${why}`);
  }
}

function read<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(readJson(folder, name));
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
    throw new StartRefused(`配置有误 / config/${name}.json: ${what}`);
  }

  return parsed.data;
}

/** Reads and checks every file of `config/`; the first wrong place stops the start. */
export function loadProvinceConfig(folder: string): ProvinceConfig {
  return {
    brand: read(folder, 'brand', brandSchema),
    categories: read(folder, 'categories', categoriesSchema),
    divisions: read(folder, 'divisions', divisionsSchema),
    services: read(folder, 'services', servicesSchema),
    drugCodes: read(folder, 'drugCodes', drugCodesSchema),
    retention: read(folder, 'retention', retentionSchema),
    policy: read(folder, 'policy', policySchema),
    appeals: read(folder, 'appeals', appealsSchema),
    raw: {
      colours: readJson(folder, 'colours'),
      feeds: readJson(folder, 'feeds'),
      overrides: readJson(folder, 'overrides'),
      risk: readJson(folder, 'risk'),
      regionLevels: readJson(folder, 'regionLevels'),
      screening: readJson(folder, 'screening'),
    },
  };
}
