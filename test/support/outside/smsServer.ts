import { TencentServer } from './tencentServer';

const names = 'PhoneNumberSet,SignName,SmsSdkAppId,TemplateId,TemplateParamSet';

/** Tencent Cloud SMS, SendSms of 2021-01-11. */
export class SmsServer extends TencentServer {
  readonly sdkAppId = '1400006666';

  readonly signName = '示例省安行码';

  readonly templateId = '1110';

  /** The status of the one message. */
  status = 'Ok';

  protected readonly service = 'sms';

  protected readonly version = '2021-01-11';

  override reset(): void {
    super.reset();
    this.status = 'Ok';
  }

  protected result(action: string, params: Record<string, unknown>): object {
    const [phone] = params.PhoneNumberSet as string[];
    this.expect(action === 'SendSms', 'X-TC-Action');
    this.expect(this.requests.at(-1)?.headers['x-tc-region'] === 'ap-guangzhou', 'X-TC-Region');
    this.expect(Object.keys(params).sort().join() === names, `parameters: ${Object.keys(params).join()}`);
    this.expect(/^\+861\d{10}$/.test(phone ?? ''), 'phone in E.164');
    this.expect(
      params.SmsSdkAppId === this.sdkAppId && params.SignName === this.signName,
      'app and sign name',
    );
    this.expect(params.TemplateId === this.templateId, 'template');
    const params1 = params.TemplateParamSet as unknown[];
    this.expect(
      params1.every((value) => typeof value === 'string'),
      'template parameters are strings',
    );

    return {
      SendStatusSet: [
        {
          SerialNo: this.status === 'Ok' ? '5000:1045710669157053657849499619' : '',
          PhoneNumber: phone,
          Fee: 1,
          SessionContext: '',
          Code: this.status,
          Message: 'words',
          IsoCode: 'CN',
        },
      ],
    };
  }
}
