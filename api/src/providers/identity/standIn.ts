import { createHash, randomUUID } from 'node:crypto';

import { remember } from '../remember';
import { StandInBehaviour, type Behaviour } from '../standInBehaviour';
import type { FaceClient, FaceResult, FaceStart, Identity, IdentityClaim, IdentityMatch } from './identity';

const matches = { yes: 'match', no: 'mismatch', later: 'unknown' } as const;
const results = { yes: 'pass', no: 'fail', later: 'pending' } as const;

/** A ticket says whose it is to those who know: another process of the demo may be asked for its result. */
function ticketOf(idNumber: string, nonce: string): string {
  const mark = createHash('sha256').update(`${nonce} ${idNumber}`).digest('base64url').slice(0, 16);

  return `standin-${nonce}.${mark}`;
}

/** The register for demo and tests: everybody is who they say, unless told otherwise by ID number or ticket. */
export class IdentityStandIn implements Identity {
  private readonly behaviour: StandInBehaviour;

  /** Ticket → ID number. */
  private readonly tickets = new Map<string, string>();

  constructor(timeoutMs: number) {
    this.behaviour = new StandInBehaviour('identity', timeoutMs);
  }

  /** @param key an ID number (both checks), `face:` and an ID number (the face only), a ticket, or `*` */
  behave(key: string, behaviour: Behaviour): void {
    this.behaviour.set(key, behaviour);
  }

  async matchIdentity({ idNumber }: IdentityClaim): Promise<IdentityMatch> {
    return matches[await this.behaviour.towards('matchIdentity', idNumber)];
  }

  async startFace({ idNumber }: IdentityClaim & { client: FaceClient }): Promise<FaceStart> {
    await this.behaviour.towards('startFace', `face:${idNumber}`, idNumber);

    const ticket = ticketOf(idNumber, randomUUID());
    remember(this.tickets, ticket, idNumber);

    return { ok: true, ticket, url: null };
  }

  async faceResult(ticket: string, claim?: IdentityClaim): Promise<FaceResult> {
    const idNumber = this.tickets.get(ticket) ?? claim?.idNumber;
    const [, nonce = ''] = /^standin-([^.]+)\./.exec(ticket) ?? [];

    if (!idNumber || ticket !== ticketOf(claim?.idNumber ?? idNumber, nonce)) {
      return 'fail';
    }

    return results[await this.behaviour.towards('faceResult', ticket, `face:${idNumber}`, idNumber)];
  }
}
