import { remember } from '../remember';
import { StandInBehaviour, type Behaviour } from '../standInBehaviour';
import type { Sms, SmsResult, SmsTemplate } from './sms';

/** SMS for demo and tests: keeps the last code of each phone in memory, and sends nothing. */
export class SmsStandIn implements Sms {
  private readonly behaviour: StandInBehaviour;

  private readonly codes = new Map<string, string>();

  private readonly presets = new Map<string, string>();

  /** Told of each message, so that the demo can show what would have been sent. */
  onSent: ((phone: string, template: SmsTemplate, params: readonly string[]) => void) | undefined;

  constructor(timeoutMs: number) {
    this.behaviour = new StandInBehaviour('sms', timeoutMs);
  }

  /** @param phone 11 digits, or `*` */
  behave(phone: string, behaviour: Behaviour): void {
    this.behaviour.set(phone, behaviour);
  }

  /** Gives a phone of the demo a code that always works, so that a page can print it. */
  preset(phone: string, code: string): void {
    this.presets.set(phone, code);
  }

  /** The code that always works for a phone of the demo. */
  presetCode(phone: string): string | undefined {
    return this.presets.get(phone);
  }

  /** The code last sent to a phone. */
  lastCode(phone: string): string | undefined {
    return this.codes.get(phone);
  }

  async send(phone: string, template: SmsTemplate, params: readonly string[]): Promise<SmsResult> {
    const says = await this.behaviour.towards('SendSms', phone);

    if (says !== 'yes') {
      return { ok: false, reason: says === 'no' ? 'refused' : 'busy' };
    }

    remember(this.codes, phone, params[0] ?? '');
    this.onSent?.(phone, template, params);

    return { ok: true };
  }
}
