import { generateKeyPairSync } from 'node:crypto';

import { StartRefused } from '../../../../api/src/base/errors';
import { LiveAlipay } from '../../../../api/src/providers/alipay/live';
import { createProviders } from '../../../../api/src/providers/createProviders';
import { LiveIdentity } from '../../../../api/src/providers/identity/live';
import { LiveNational } from '../../../../api/src/providers/national/live';
import { LiveOcr } from '../../../../api/src/providers/ocr/live';
import { readProviderSettings } from '../../../../api/src/providers/readProviderSettings';
import { requiredVariables, type ProviderSettings } from '../../../../api/src/providers/settings';
import { LiveSms } from '../../../../api/src/providers/sms/live';
import { LiveWechat } from '../../../../api/src/providers/wechat/live';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const files: Record<string, string> = {
  private: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  public: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
};

const environment: Record<string, string> = {
  ...Object.fromEntries(
    Object.values(requiredVariables).flatMap((names) => names.map((name) => [name, 'x'])),
  ),
  ANXING_ALIPAY_PRIVATE_KEY_FILE: 'private',
  ANXING_ALIPAY_PUBLIC_KEY_FILE: 'public',
  ANXING_NATIONAL_URL: 'https://national.example/exchange/',
  ANXING_OCR_URL: 'https://ocr.example/',
  ANXING_ALIPAY_AES_KEY: Buffer.alloc(16, 1).toString('base64'),
};

function readFile(file: string): string {
  const text = files[file];

  if (text === undefined) {
    throw new Error(`ENOENT: ${file}`);
  }

  return text;
}

const settings = readProviderSettings(environment, 'production', readFile);
const standIns: ProviderSettings = {
  mode: 'demo',
  wechat: 'stand-in',
  alipay: 'stand-in',
  sms: 'stand-in',
  identity: 'stand-in',
  national: 'stand-in',
  ocr: 'stand-in',
};

describe('picking the providers', () => {
  it('takes live clients where there are settings, and shows no stand-in', () => {
    const providers = createProviders(settings);

    expect(providers.wechat).toBeInstanceOf(LiveWechat);
    expect(providers.alipay).toBeInstanceOf(LiveAlipay);
    expect(providers.sms).toBeInstanceOf(LiveSms);
    expect(providers.identity).toBeInstanceOf(LiveIdentity);
    expect(providers.national).toBeInstanceOf(LiveNational);
    expect(providers.ocr).toBeInstanceOf(LiveOcr);
    expect(providers.standIns).toEqual({});
  });

  it('takes stand-ins in the demo, and hands them out to be told how to behave', async () => {
    const providers = createProviders(standIns);
    await providers.sms.send('13800000001', 'code', ['123456', '5']);

    expect(providers.standIns.sms?.lastCode('13800000001')).toBe('123456');
    expect(providers.wechat).toBe(providers.standIns.wechat);
  });

  it('mixes both in the demo', () => {
    const providers = createProviders({ ...standIns, wechat: settings.wechat });

    expect(providers.wechat).toBeInstanceOf(LiveWechat);
    expect(Object.keys(providers.standIns)).toEqual(['alipay', 'sms', 'identity', 'national', 'ocr']);
  });

  it.each(['wechat', 'alipay', 'sms', 'identity', 'national'] as const)(
    'never takes a stand-in for %s in production',
    (name) => {
      const unsafe = { ...settings, [name]: 'stand-in' as const };

      expect(() => createProviders(unsafe)).toThrow(StartRefused);
      expect(() => createProviders(unsafe)).toThrow(requiredVariables[name][0]);
    },
  );

  it('names everything that is missing at once', () => {
    expect(() => createProviders({ ...standIns, mode: 'production' })).toThrow(
      /ANXING_WECHAT_APP_ID[^]*ANXING_ALIPAY_APP_ID[^]*ANXING_SMS_SECRET_ID[^]*ANXING_IDENTITY_SECRET_ID[^]*ANXING_NATIONAL_APP_ID/,
    );
  });

  it('refuses a plain http address in production', () => {
    const plain = readProviderSettings(
      { ...environment, ANXING_SMS_URL: 'http://sms.example' },
      'production',
      readFile,
    );

    expect(() => createProviders(plain)).toThrow('ANXING_SMS_URL');
  });

  it('leaves out a platform that is switched off, also in production', async () => {
    const off = readProviderSettings(
      { ...environment, ANXING_WECHAT: 'off', ANXING_ALIPAY: 'off', ANXING_NATIONAL: 'off' },
      'production',
      readFile,
    );
    const { wechat, alipay, national } = createProviders(off);
    const refusal = { ok: false, reason: 'off' };

    expect(await wechat.signIn('x')).toEqual(refusal);
    expect(await wechat.phoneNumber('x')).toEqual(refusal);
    expect(await alipay.signIn('x')).toEqual(refusal);
    expect(await alipay.phoneNumber('x')).toEqual(refusal);
    expect(await national.resolve('x')).toEqual(refusal);
    expect(await national.lookUp({ idType: 'resident', idNumber: 'x', name: 'x' })).toEqual(refusal);
  });
});

describe('reading the environment', () => {
  it('reads no cards in production unless a service is named, and nowhere when it is off', () => {
    expect(readProviderSettings({}, 'production', readFile).ocr).toBe('off');
    expect(readProviderSettings({ ANXING_OCR: 'off' }, 'demo', readFile).ocr).toBe('off');
  });

  it('means stand-ins when nothing is set', () => {
    expect(readProviderSettings({}, 'demo', readFile)).toEqual(standIns);
  });

  it('reads every setting of every system', () => {
    expect(settings).toMatchObject({
      mode: 'production',
      wechat: { appId: 'x', secret: 'x' },
      alipay: { privateKey: files.private, alipayPublicKey: files.public },
      sms: { templates: { code: 'x' }, signName: 'x' },
      identity: { ruleIds: { weapp: 'x', h5: 'x' }, redirectUrl: 'x' },
      national: { appId: 'x', secret: 'x', url: 'https://national.example/exchange' },
      ocr: { url: 'https://ocr.example', key: 'x' },
    });
  });

  it('refuses a system that is set up by half, and names what is missing', () => {
    const half = { ...environment, ANXING_WECHAT_SECRET: '', ANXING_SMS_SIGN_NAME: '' };

    expect(() => readProviderSettings(half, 'demo', readFile)).toThrow(
      /ANXING_WECHAT_SECRET[^]*ANXING_SMS_SIGN_NAME/,
    );
  });

  it('names the setting of a key file that cannot be read', () => {
    const wrong = { ...environment, ANXING_ALIPAY_PRIVATE_KEY_FILE: 'nowhere' };

    expect(() => readProviderSettings(wrong, 'demo', readFile)).toThrow('ANXING_ALIPAY_PRIVATE_KEY_FILE');
  });
});
