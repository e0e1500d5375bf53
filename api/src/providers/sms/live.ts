import { z } from 'zod';

import type { Clock } from '../../base/clock';
import { ProviderUnavailable } from '../providerUnavailable';
import { TencentCloud, isBusy } from '../tencent/tencentCloud';
import type { Sms, SmsResult, SmsSettings, SmsTemplate } from './sms';

const answerSchema = z.object({ SendStatusSet: z.array(z.object({ Code: z.string() })).length(1) });

const phoneFaults = new Set([
  'InvalidParameterValue.IncorrectPhoneNumber',
  'FailedOperation.PhoneNumberInBlacklist',
  'UnsupportedOperation.UnsupportedRegion',
]);

/** Tencent Cloud SMS, SendSms of 2021-01-11 (cloud.tencent.com/document/api/382/55981). */
export class LiveSms implements Sms {
  private readonly cloud: TencentCloud;

  constructor(
    private readonly settings: SmsSettings,
    clock: Clock,
    timeoutMs: number,
  ) {
    this.cloud = new TencentCloud(
      {
        provider: 'sms',
        service: 'sms',
        version: '2021-01-11',
        url: settings.url ?? 'https://sms.tencentcloudapi.com',
        region: settings.region ?? 'ap-guangzhou',
        secretId: settings.secretId,
        secretKey: settings.secretKey,
        timeoutMs,
      },
      clock,
    );
  }

  async send(phone: string, template: SmsTemplate, params: readonly string[]): Promise<SmsResult> {
    const request = {
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: this.settings.sdkAppId,
      SignName: this.settings.signName,
      TemplateId: this.settings.templates[template],
      TemplateParamSet: params,
    };
    const answer = await this.cloud.ask('SendSms', request, answerSchema);

    return resultOf(answer.ok ? (answer.data.SendStatusSet[0]?.Code ?? '') : answer.code);
  }
}

/** The status of the one message, or the error of the whole call: Tencent uses the same codes for both. */
function resultOf(code: string): SmsResult {
  if (code === 'Ok') {
    return { ok: true };
  }

  if (phoneFaults.has(code)) {
    return { ok: false, reason: 'refused' };
  }

  if (code.startsWith('LimitExceeded')) {
    return { ok: false, reason: 'tooFrequent' };
  }

  if (isBusy(code)) {
    return { ok: false, reason: 'busy' };
  }

  throw new ProviderUnavailable('sms', 'SendSms', 'misconfigured', code);
}
