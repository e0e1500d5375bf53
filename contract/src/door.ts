import { z } from 'zod';

/** What verifies codes without network: public, and good for as long as the server uses these keys. */
export const doorKeys = z.object({
  /** Ed25519 public keys of 32 bytes, base64url. */
  keys: z.array(z.object({ id: z.number().int(), publicKey: z.string() })),
  /** Names of colours by the number inside a code; null for one that no code has. */
  colours: z.array(z.string().nullable()),
  serverTime: z.number(),
});
export type DoorKeys = z.infer<typeof doorKeys>;

export const revocationQuery = z.strictObject({
  /** ms: `asOf` of the list that is held; left out: everything that counts. */
  since: z.coerce.number().int().nonnegative().optional(),
});

/** Passes and cards that are void, to be joined with what is held. */
export const revocationList = z.object({
  /** ms, by the server's clock. */
  asOf: z.number(),
  passes: z.array(z.object({ id: z.string(), before: z.number() })),
  cards: z.array(z.string()),
  /** False: too many colours changed; then no pass can be trusted without network. */
  complete: z.boolean(),
});
export type RevocationList = z.infer<typeof revocationList>;

/** What the own phone shows when it has no network: see `offline/passChain`. */
export const outagePass = z.object({
  signed: z.string(),
  seed: z.string(),
  issuedAt: z.number(),
  colour: z.string(),
  serverTime: z.number(),
});
export type OutagePass = z.infer<typeof outagePass>;
