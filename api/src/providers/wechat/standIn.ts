import { StandInBehaviour, type Behaviour } from '../standInBehaviour';
import type { Wechat, WechatPhone, WechatRefusal, WechatSignIn } from './wechat';

/**
 * WeChat for demo and tests. What stands before the first dot of a code is the account: `zhang.1` and `zhang.2` are two
 * sign-ins of one person. A phone code is the phone itself, perhaps with a dot and more behind it.
 */
export class WechatStandIn implements Wechat {
  private readonly behaviour: StandInBehaviour;

  constructor(timeoutMs: number) {
    this.behaviour = new StandInBehaviour('wechat', timeoutMs);
  }

  /** @param account what stands before the dot, or `*` */
  behave(account: string, behaviour: Behaviour): void {
    this.behaviour.set(account, behaviour);
  }

  async signIn(code: string): Promise<WechatSignIn> {
    const account = accountOf(code);
    const says = await this.behaviour.towards('jscode2session', account);

    return says === 'yes' ? { ok: true, openId: `wechat-${account}`, unionId: null } : refusal(says);
  }

  async phoneNumber(code: string): Promise<WechatPhone> {
    const phone = accountOf(code);
    const says = await this.behaviour.towards('getuserphonenumber', phone);

    return says === 'yes' ? { ok: true, phone } : refusal(says);
  }
}

function accountOf(code: string): string {
  return code.split('.')[0] ?? code;
}

function refusal(says: 'no' | 'later'): WechatRefusal {
  return { ok: false, reason: says === 'no' ? 'refused' : 'busy' };
}
