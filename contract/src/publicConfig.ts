import { z } from 'zod';

/** What every client needs to know before anybody signs in: `GET config`. */
export const publicConfig = z.object({
  mode: z.enum(['demo', 'production']),
  brand: z.object({
    name: z.string(),
    shortName: z.string(),
    province: z.string(),
    operator: z.string(),
    hotline: z.string(),
    hotlineHours: z.string(),
    primary: z.string(),
  }),
  zone: z.string(),
  consentVersion: z.string(),
  colours: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      word: z.string(),
      shape: z.string(),
      background: z.string(),
      ink: z.string(),
    }),
  ),
  categories: z.array(z.object({ id: z.string(), name: z.string(), group: z.string() })),
  /** Provinces and cities (6 digits), for choosing. */
  divisions: z.array(z.object({ code: z.string(), name: z.string() })),
  services: z.array(z.object({ id: z.string(), name: z.string(), link: z.string() })),
  serverTime: z.number(),
});
export type PublicConfig = z.infer<typeof publicConfig>;
