import { setTimeout as sleep } from 'node:timers/promises';

import { ProviderUnavailable } from './providerUnavailable';

/** What a stand-in says: yes, no, ask me later, or nothing at all until the caller gives up. */
export type Behaviour = 'yes' | 'no' | 'later' | 'silent';

const everything = '*';

/** How a stand-in behaves towards a code, phone, ID number or ticket; yes unless told otherwise. */
export class StandInBehaviour {
  private readonly behaviours = new Map<string, Behaviour>();

  constructor(
    private readonly provider: string,
    private readonly timeoutMs: number,
  ) {}

  /** @param key whom it concerns, `*` for everybody who is not named */
  set(key: string, behaviour: Behaviour): void {
    this.behaviours.set(key, behaviour);
  }

  /** @throws ProviderUnavailable after the time limit when it is silent towards the first of the keys that is named */
  async towards(call: string, ...keys: string[]): Promise<Exclude<Behaviour, 'silent'>> {
    const named = [...keys, everything].find((key) => this.behaviours.has(key));
    const behaviour = this.behaviours.get(named ?? everything) ?? 'yes';

    if (behaviour === 'silent') {
      await sleep(this.timeoutMs);
      throw new ProviderUnavailable(this.provider, call, 'timeout');
    }

    return behaviour;
  }
}
