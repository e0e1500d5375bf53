import { TencentServer } from './tencentServer';

export interface FaceText {
  ErrCode: number | null;
  ErrMsg?: string | null;
  IdCard?: string | null;
  Name?: string | null;
}

/** Tencent Cloud FaceID of 2018-03-01, as far as we use it. */
export class FaceIdServer extends TencentServer {
  /** Result of IdCardVerification. */
  match = '0';

  text: FaceText | null = { ErrCode: null };

  pageUrl: string | null = 'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1';

  readonly ruleIds = { weapp: '1', h5: '2' };

  protected readonly service = 'faceid';

  protected readonly version = '2018-03-01';

  override reset(): void {
    super.reset();
    this.match = '0';
    this.text = { ErrCode: null };
    this.pageUrl = 'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1';
  }

  protected result(action: string, params: Record<string, unknown>): object {
    const names = Object.keys(params).sort().join();
    const { RuleId: rule } = params;

    switch (action) {
      case 'IdCardVerification':
        this.expect(names === 'IdCard,Name', `parameters: ${names}`);
        return { Result: this.match, Description: '说明' };
      case 'DetectAuth':
        this.expect(
          names === (rule === this.ruleIds.weapp ? 'IdCard,Name,RuleId' : 'IdCard,Name,RedirectUrl,RuleId'),
          `parameters: ${names}`,
        );
        return { Url: this.pageUrl, BizToken: `biz-token-${String(rule)}` };
      case 'GetDetectInfoEnhanced':
        this.expect(names === 'BizToken,InfoType,RuleId', `parameters: ${names}`);
        this.expect(params.BizToken === `biz-token-${String(rule)}`, 'ticket and rule belong together');
        this.expect(params.InfoType === '1', 'text only');
        return { Text: this.text, IdCardData: null, BestFrame: null };
      default:
        this.expect(false, `no such action: ${action}`);
        return {};
    }
  }
}
