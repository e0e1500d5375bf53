import { StartRefused } from '../base/errors';
import type { AlipaySettings } from './alipay/alipay';
import type { IdentitySettings } from './identity/identity';
import type { NationalSettings } from './national/national';
import type { OcrSettings } from './ocr/ocr';
import { requiredVariables, type ProviderName, type ProviderSettings } from './settings';
import type { SmsSettings } from './sms/sms';
import type { WechatSettings } from './wechat/wechat';

type Environment = Readonly<Record<string, string | undefined>>;
type ReadFile = (file: string) => string;

/**
 * Reads the settings of the outside systems: real where all its variables are set, a stand-in where none is.
 * `ANXING_WECHAT=off`, `ANXING_ALIPAY=off`, `ANXING_NATIONAL=off` and `ANXING_OCR=off` leave one out.
 * @throws StartRefused naming every variable of a system that is set up by half, or a key file that cannot be read
 */
export function readProviderSettings(
  environment: Environment,
  mode: ProviderSettings['mode'],
  readFile: ReadFile,
): ProviderSettings {
  const source = new Source(environment, readFile);
  const settings: ProviderSettings = {
    mode,
    wechat: source.isOff('ANXING_WECHAT') ? 'off' : source.real('wechat', wechatFrom),
    alipay: source.isOff('ANXING_ALIPAY') ? 'off' : source.real('alipay', alipayFrom),
    sms: source.real('sms', smsFrom),
    identity: source.real('identity', identityFrom),
    national: source.isOff('ANXING_NATIONAL') ? 'off' : source.real('national', nationalFrom),
    ocr: readOcr(source, mode),
  };
  source.refuseFaults();

  return settings;
}

class Source {
  private readonly faults: string[] = [];

  constructor(
    private readonly environment: Environment,
    private readonly readFile: ReadFile,
  ) {}

  isOff(name: string): boolean {
    return this.environment[name] === 'off';
  }

  /** All of a system's variables, none (a stand-in), or a fault. */
  real<T>(provider: ProviderName, build: (source: Source) => T): T | 'stand-in' {
    const names: readonly string[] = requiredVariables[provider];
    const missing = names.filter((name) => !this.environment[name]);

    if (missing.length === names.length) {
      return 'stand-in';
    }

    if (missing.length > 0) {
      this.faults.push(
        `${missing.join(', ')} 必须设置 / must be set, since other settings of ${provider} are`,
      );
      return 'stand-in';
    }

    return build(this);
  }

  text(name: string): string {
    return this.environment[name] ?? '';
  }

  optional(name: string): string | undefined {
    return this.environment[name] || undefined;
  }

  file(name: string): string {
    try {
      return this.readFile(this.text(name));
    } catch {
      this.faults.push(`${name} 无法读取 / names a file that cannot be read`);
      return '';
    }
  }

  refuseFaults(): void {
    if (this.faults.length > 0) {
      throw new StartRefused(`外部系统的设置不完整 / Outside systems:\n  ${this.faults.join('\n  ')}`);
    }
  }
}

/** A production without such a service reads no cards: nothing else depends on it. */
function readOcr(source: Source, mode: ProviderSettings['mode']): ProviderSettings['ocr'] {
  const setting = source.isOff('ANXING_OCR') ? 'off' : source.real('ocr', ocrFrom);

  return setting === 'stand-in' && mode === 'production' ? 'off' : setting;
}

function ocrFrom(source: Source): OcrSettings {
  return {
    url: source.text('ANXING_OCR_URL').replace(/\/+$/, ''),
    key: source.text('ANXING_OCR_KEY'),
  };
}

function wechatFrom(source: Source): WechatSettings {
  return {
    appId: source.text('ANXING_WECHAT_APP_ID'),
    secret: source.text('ANXING_WECHAT_SECRET'),
    url: source.optional('ANXING_WECHAT_URL'),
  };
}

function alipayFrom(source: Source): AlipaySettings {
  return {
    appId: source.text('ANXING_ALIPAY_APP_ID'),
    privateKey: source.file('ANXING_ALIPAY_PRIVATE_KEY_FILE'),
    alipayPublicKey: source.file('ANXING_ALIPAY_PUBLIC_KEY_FILE'),
    aesKey: source.text('ANXING_ALIPAY_AES_KEY'),
    url: source.optional('ANXING_ALIPAY_URL'),
  };
}

function smsFrom(source: Source): SmsSettings {
  return {
    secretId: source.text('ANXING_SMS_SECRET_ID'),
    secretKey: source.text('ANXING_SMS_SECRET_KEY'),
    sdkAppId: source.text('ANXING_SMS_SDK_APP_ID'),
    signName: source.text('ANXING_SMS_SIGN_NAME'),
    templates: { code: source.text('ANXING_SMS_TEMPLATE_CODE') },
    region: source.optional('ANXING_SMS_REGION'),
    url: source.optional('ANXING_SMS_URL'),
  };
}

function identityFrom(source: Source): IdentitySettings {
  return {
    secretId: source.text('ANXING_IDENTITY_SECRET_ID'),
    secretKey: source.text('ANXING_IDENTITY_SECRET_KEY'),
    ruleIds: { weapp: source.text('ANXING_IDENTITY_RULE_WEAPP'), h5: source.text('ANXING_IDENTITY_RULE_H5') },
    redirectUrl: source.text('ANXING_IDENTITY_REDIRECT_URL'),
    region: source.optional('ANXING_IDENTITY_REGION'),
    url: source.optional('ANXING_IDENTITY_URL'),
  };
}

function nationalFrom(source: Source): NationalSettings {
  return {
    appId: source.text('ANXING_NATIONAL_APP_ID'),
    secret: source.text('ANXING_NATIONAL_SECRET'),
    url: source.text('ANXING_NATIONAL_URL').replace(/\/+$/, ''),
  };
}
