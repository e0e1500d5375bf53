import { hash } from 'node:crypto';

import { showingOf, type Showing } from '@anxing/contract/offline/showing';
import type { Direction } from '@anxing/contract/visits';

import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Passage } from '../../passages/passage';
import type { Taking } from '../../storage/holds';

/** Somebody before a gate: under which id he is checked, where and which way, and what he shows. */
export interface AtGate {
  id: string;
  point: { id: string };
  direction: Direction;
  object: string;
  /** ms */
  now: number;
}

/** Whoever read the sealed block itself could make a code of it that the server takes. */
function keyOf({ point, direction }: AtGate, { name }: Showing): string {
  return `showing:${point.id}:${direction}:${hash('sha256', name, 'base64url')}`;
}

async function take({ holds }: Services, gate: AtGate, showing: Showing): Promise<Taking> {
  const forMs = showing.until - gate.now;

  return forMs > 0 ? holds.take(keyOf(gate, showing), gate.id, forMs) : 'own';
}

/** A gate has opened by itself: what is left is that no other one there does so for the same picture. */
export async function noteLetIn(services: Services, gate: AtGate): Promise<void> {
  const showing = showingOf(gate.object);
  if (showing) {
    await take(services, gate, showing);
  }
}

/**
 * At a gate nobody compares a face: it must not open once more for the next one who shows the same picture, at the same
 * place and the same way. The same id asks again for a lost answer and gets it; what let nobody in is not used.
 * @param write writes the passage that lets in
 * @throws code_used, pass_used
 */
export async function letInOnce(
  services: Services,
  gate: AtGate,
  write: () => Promise<Passage>,
): Promise<Passage> {
  const showing = showingOf(gate.object);
  if (!showing) {
    return write();
  }
  const taking = await take(services, gate, showing);
  if (taking === 'taken') {
    throw new AppError(showing.kind === 'pass' ? 'pass_used' : 'code_used');
  }
  let isLetIn = false;
  try {
    const passage = await write();
    isLetIn = passage.decision === 'allow';

    return passage;
  } finally {
    if (taking === 'new' && !isLetIn) {
      await services.holds.letGo(keyOf(gate, showing), gate.id);
    }
  }
}
