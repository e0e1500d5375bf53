import { z } from 'zod';

import type { Clock } from '../../base/clock';
import { ProviderUnavailable } from '../providerUnavailable';
import { TencentCloud, isBusy } from '../tencent/tencentCloud';
import type {
  FaceClient,
  FaceResult,
  FaceStart,
  Identity,
  IdentityClaim,
  IdentityMatch,
  IdentitySettings,
} from './identity';

const matchSchema = z.object({ Result: z.string() });
const startSchema = z.object({ Url: z.string().nullish(), BizToken: z.string().min(1) });
const resultSchema = z.object({
  Text: z
    .object({
      ErrCode: z.number().nullish(),
      IdCard: z.string().nullish(),
      Name: z.string().nullish(),
    })
    .nullish(),
});

type FaceText = z.infer<typeof resultSchema>['Text'];

/** 0 same person; -1 to -3 not, or not a number or name; -5 not on record; -7 asked too often today. */
const matches: Readonly<Record<string, IdentityMatch>> = {
  '0': 'match',
  '-1': 'mismatch',
  '-2': 'mismatch',
  '-3': 'mismatch',
  '-5': 'unknown',
  '-7': 'unknown',
};

/** Marks tickets of the browser's flow: asking for a result needs the same flow as the start. */
const h5Mark = 'h5.';

/**
 * Tencent Cloud FaceID of 2018-03-01: IdCardVerification, DetectAuth, GetDetectInfoEnhanced
 * (cloud.tencent.com/document/api/1007/33188, 31816, 41957). It knows the resident identity card only.
 */
export class LiveIdentity implements Identity {
  private readonly cloud: TencentCloud;

  constructor(
    private readonly settings: IdentitySettings,
    clock: Clock,
    timeoutMs: number,
  ) {
    this.cloud = new TencentCloud(
      {
        provider: 'identity',
        service: 'faceid',
        version: '2018-03-01',
        url: settings.url ?? 'https://faceid.tencentcloudapi.com',
        region: settings.region,
        secretId: settings.secretId,
        secretKey: settings.secretKey,
        timeoutMs,
      },
      clock,
    );
  }

  async matchIdentity({ idType, name, idNumber }: IdentityClaim): Promise<IdentityMatch> {
    if (idType !== 'resident') {
      return 'unknown';
    }

    const answer = await this.cloud.ask('IdCardVerification', { IdCard: idNumber, Name: name }, matchSchema);
    const match = answer.ok ? matches[answer.data.Result] : undefined;

    if (!match) {
      throw unavailable('IdCardVerification', answer.ok ? `Result ${answer.data.Result}` : answer.code);
    }

    return match;
  }

  async startFace(claim: IdentityClaim & { client: FaceClient }): Promise<FaceStart> {
    if (claim.idType !== 'resident') {
      return { ok: false, reason: 'unsupported' };
    }

    const isWeapp = claim.client === 'weapp';
    const request = {
      RuleId: isWeapp ? this.settings.ruleIds.weapp : this.settings.ruleIds.h5,
      IdCard: claim.idNumber,
      Name: claim.name,
      ...(!isWeapp && { RedirectUrl: this.settings.redirectUrl }),
    };
    const answer = await this.cloud.ask('DetectAuth', request, startSchema);

    if (!answer.ok) {
      return startRefusal(answer.code);
    }

    const { BizToken: token, Url: url } = answer.data;

    if (isWeapp) {
      return { ok: true, ticket: token, url: null };
    }

    if (!url?.startsWith('https://')) {
      throw new ProviderUnavailable('identity', 'DetectAuth', 'malformed');
    }

    return { ok: true, ticket: `${h5Mark}${token}`, url };
  }

  async faceResult(ticket: string, claim?: IdentityClaim): Promise<FaceResult> {
    const isH5 = ticket.startsWith(h5Mark);
    const request = {
      BizToken: isH5 ? ticket.slice(h5Mark.length) : ticket,
      RuleId: isH5 ? this.settings.ruleIds.h5 : this.settings.ruleIds.weapp,
      /** Text only: pictures and video of the person stay where they are. */
      InfoType: '1',
    };
    const answer = await this.cloud.ask('GetDetectInfoEnhanced', request, resultSchema);

    if (answer.ok) {
      return faceOf(answer.data.Text, claim);
    }

    if (answer.code.startsWith('InvalidParameterValue.BizToken')) {
      return 'fail';
    }

    throw unavailable('GetDetectInfoEnhanced', answer.code);
  }
}

/** Until the person has finished, every field is null. */
function faceOf(text: FaceText, claim?: IdentityClaim): FaceResult {
  if (text?.ErrCode === null || text?.ErrCode === undefined) {
    return 'pending';
  }

  const isOther = claim && (text.IdCard !== claim.idNumber || text.Name !== claim.name);

  return text.ErrCode === 0 && !isOther ? 'pass' : 'fail';
}

function startRefusal(code: string): FaceStart {
  if (isBusy(code)) {
    return { ok: false, reason: 'busy' };
  }

  if (code === 'InvalidParameter' || code === 'InvalidParameterValue') {
    return { ok: false, reason: 'refused' };
  }

  throw unavailable('DetectAuth', code);
}

/** Results -4 and -6: the register is away. */
function unavailable(call: string, code: string): ProviderUnavailable {
  const isPassing = isBusy(code) || code.startsWith('Result ');

  return new ProviderUnavailable('identity', call, isPassing ? 'failed' : 'misconfigured', code);
}
