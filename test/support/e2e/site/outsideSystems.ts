import { FaceIdServer } from '../../outside/faceIdServer';
import { SmsServer } from '../../outside/smsServer';
import type { Certificate } from './certificate';
import { overTls } from './overTls';

/** What a province has of the outside systems: the live clients call servers of this machine that check each call. */
export interface OutsideSystems {
  sms: SmsServer;
  identity: FaceIdServer;
  environment: Record<string, string>;
  close(): Promise<void>;
}

export async function startOutsideSystems(certificate: Certificate, origin: string): Promise<OutsideSystems> {
  const sms = await new SmsServer().start();
  const identity = await new FaceIdServer().start();
  const doors = [await overTls(sms, certificate), await overTls(identity, certificate)] as const;

  return {
    sms,
    identity,
    environment: {
      NODE_EXTRA_CA_CERTS: certificate.certFile,
      ANXING_WECHAT: 'off',
      ANXING_ALIPAY: 'off',
      ANXING_NATIONAL: 'off',
      ANXING_SMS_URL: doors[0].url,
      ANXING_SMS_SECRET_ID: sms.secretId,
      ANXING_SMS_SECRET_KEY: sms.secretKey,
      ANXING_SMS_SDK_APP_ID: sms.sdkAppId,
      ANXING_SMS_SIGN_NAME: sms.signName,
      ANXING_SMS_TEMPLATE_CODE: sms.templateId,
      ANXING_IDENTITY_URL: doors[1].url,
      ANXING_IDENTITY_SECRET_ID: identity.secretId,
      ANXING_IDENTITY_SECRET_KEY: identity.secretKey,
      ANXING_IDENTITY_RULE_WEAPP: identity.ruleIds.weapp,
      ANXING_IDENTITY_RULE_H5: identity.ruleIds.h5,
      ANXING_IDENTITY_REDIRECT_URL: `${origin}/m/`,
    },
    async close() {
      doors.forEach((door) => door.close());
      await Promise.all([sms.stop(), identity.stop()]);
    },
  };
}
