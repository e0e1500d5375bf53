import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { StartRefused } from './errors';

const brandSchema = z.strictObject({
  name: z.string().min(1),
  shortName: z.string().min(1),
  province: z.string().min(1),
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
    /** Minutes after which somebody inside is taken to have left. */
    stayMinutes: z.number().int().positive(),
  }),
);

const divisionsSchema = z.array(
  z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1) }),
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
});
const policySchema = z.strictObject({
  comment: z.string(),
  feverFrom: z.number().min(36).max(40),
  unknownColour: z.enum(['ask', 'stop', 'allow']),
});

/** What a province changes without touching code; one property per file in `config/`. */
export interface ProvinceConfig {
  brand: z.infer<typeof brandSchema>;
  categories: z.infer<typeof categoriesSchema>;
  divisions: z.infer<typeof divisionsSchema>;
  services: z.infer<typeof servicesSchema>;
  retention: z.infer<typeof retentionSchema>;
  policy: z.infer<typeof policySchema>;
  /** Parsed by `risk/`, which knows what they mean. */
  raw: { colours: unknown; feeds: unknown; risk: unknown };
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
    retention: read(folder, 'retention', retentionSchema),
    policy: read(folder, 'policy', policySchema),
    raw: {
      colours: readJson(folder, 'colours'),
      feeds: readJson(folder, 'feeds'),
      risk: readJson(folder, 'risk'),
    },
  };
}
