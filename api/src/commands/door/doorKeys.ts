import type { DoorKeys } from '@anxing/contract/door';

import type { Services } from '../../context';
import { colourOfId } from '../../risk/colours';

const colourNumbers = 256;

/** Of an Ed25519 key in a JWK, `x` is the raw key in base64url (RFC 8037 §2). */
function rawKey(publicKey: { export(options: { format: 'jwk' }): { x?: string } }): string {
  return publicKey.export({ format: 'jwk' }).x ?? '';
}

function colourNames({ colours }: Services): (string | null)[] {
  const names = Array.from({ length: colourNumbers }, (_, id) => colourOfId(colours, id)?.name ?? null);

  return names.slice(0, names.findLastIndex((name) => name !== null) + 1);
}

/** What a verifier needs to verify codes without network. Nothing of it is secret. */
export function doorKeysOf(services: Services): DoorKeys {
  return {
    keys: services.codeKeys.all.map(({ id, publicKey }) => ({ id, publicKey: rawKey(publicKey) })),
    colours: colourNames(services),
    serverTime: services.clock.now(),
  };
}
