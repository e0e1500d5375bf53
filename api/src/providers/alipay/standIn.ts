import { StandInBehaviour, type Behaviour } from '../standInBehaviour';
import type { Alipay, AlipayPhone, AlipayRefusal, AlipaySignIn } from './alipay';

/** Alipay for demo and tests: codes are read like those of the WeChat stand-in, `account.anything`. */
export class AlipayStandIn implements Alipay {
  private readonly behaviour: StandInBehaviour;

  constructor(timeoutMs: number) {
    this.behaviour = new StandInBehaviour('alipay', timeoutMs);
  }

  /** @param account what stands before the dot, or `*` */
  behave(account: string, behaviour: Behaviour): void {
    this.behaviour.set(account, behaviour);
  }

  async signIn(code: string): Promise<AlipaySignIn> {
    const account = accountOf(code);
    const says = await this.behaviour.towards('alipay.system.oauth.token', account);

    return says === 'yes' ? { ok: true, accountId: `alipay-${account}` } : refusal(says);
  }

  async phoneNumber(response: string): Promise<AlipayPhone> {
    const phone = accountOf(response);
    const says = await this.behaviour.towards('getPhoneNumber', phone);

    return says === 'yes' ? { ok: true, phone } : refusal(says);
  }
}

function accountOf(code: string): string {
  return code.split('.')[0] ?? code;
}

function refusal(says: 'no' | 'later'): AlipayRefusal {
  return { ok: false, reason: says === 'no' ? 'refused' : 'busy' };
}
