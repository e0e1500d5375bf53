import { idTypeKeys } from '@anxing/contract/identityDocuments';

import type { Clock } from '../../base/clock';
import { remember } from '../remember';
import { StandInBehaviour, type Behaviour } from '../standInBehaviour';
import {
  lookUpMs,
  type National,
  type NationalCodeAnswer,
  type NationalLookUp,
  type NationalQuestion,
  type NationalStatement,
} from './national';

/** A code of the stand-in: `GK:<colour>:<province>:<kind of document>:<number>`. */
const form = /^GK:(green|yellow|red|unknown):(\d{6}):([a-zA-Z]+):([0-9A-Z]+)$/;

const name = '示例';

/** The national platform for demo and tests: reads codes of its own form, and knows of whom it was told. */
export class NationalStandIn implements National {
  private readonly behaviour: StandInBehaviour;

  private readonly lookingUp: StandInBehaviour;

  private readonly told = new Map<string, NationalStatement>();

  constructor(
    private readonly clock: Clock,
    timeoutMs: number,
  ) {
    this.behaviour = new StandInBehaviour('national', timeoutMs);
    this.lookingUp = new StandInBehaviour('national', Math.min(timeoutMs, lookUpMs));
  }

  /** @param idNumber whose code it is or who is looked up, or `*` */
  behave(idNumber: string, behaviour: Behaviour): void {
    this.behaviour.set(idNumber, behaviour);
    this.lookingUp.set(idNumber, behaviour);
  }

  /** What another province says of somebody from now on. */
  tell(idNumber: string, statement: Omit<NationalStatement, 'statedAt'> & { statedAt?: number }): void {
    remember(this.told, idNumber, { statedAt: this.clock.now(), ...statement });
  }

  async resolve(content: string): Promise<NationalCodeAnswer> {
    const [, colour, province = '', kind, idNumber = ''] = form.exec(content) ?? [];
    const says = await this.behaviour.towards('code/verify', idNumber);
    if (says !== 'yes' || colour === undefined) {
      return { ok: false, reason: says === 'later' ? 'busy' : 'refused' };
    }

    return {
      ok: true,
      idType: idTypeKeys.find((key) => key === kind),
      idNumber,
      name,
      colour: colour as NationalStatement['colour'],
      province,
      statedAt: this.clock.now(),
    };
  }

  async lookUp({ idNumber }: NationalQuestion): Promise<NationalLookUp> {
    const says = await this.lookingUp.towards('health/query', idNumber);
    const statement = this.told.get(idNumber);
    if (says !== 'yes' || !statement) {
      return { ok: false, reason: says === 'later' ? 'busy' : 'notFound' };
    }

    return { ok: true, ...statement };
  }
}
