import { z } from 'zod';

import { division } from './divisions';
import { decisions } from './visits';

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
      /** What it means at a door, for those who have to decide without network. */
      decision: z.enum(decisions),
    }),
  ),
  /** With what a place of this category asks of whoever comes in. */
  categories: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      group: z.string(),
      mask: z.boolean(),
      temperature: z.enum(['required', 'asked']),
      /** Hours since the sample of a negative test; null: none is asked for. */
      testHours: z.number().nullable(),
      /** Whether it lets in by a pass of a phone without network. */
      outagePass: z.boolean(),
    }),
  ),
  /** For choosing: the provinces, and cities and counties of the own one. Others: `GET divisions`. */
  divisions: z.array(division),
  /** Why somebody wants in, told with a check at a door. */
  passReasons: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Why a guard decides otherwise; only those with `fever` hold for somebody with fever. */
  overrideReasons: z.array(
    z.object({ id: z.string(), name: z.string(), decision: z.enum(['allow', 'stop']), fever: z.boolean() }),
  ),
  /** Why the identity card of somebody who is not old is read. */
  idCardReasons: z.array(z.object({ id: z.string(), name: z.string() })),
  /** °C from which somebody has fever. */
  feverFrom: z.number(),
  /** `link`: https, `page:` and the name of a page of the mini-program, or empty while it is not open. */
  services: z.array(z.object({ id: z.string(), name: z.string(), link: z.string() })),
  serverTime: z.number(),
});
export type PublicConfig = z.infer<typeof publicConfig>;
