/** Outside systems are set up, as production wants it, and never called: these are words that open nothing. */
const outsideSystems = {
  ANXING_WECHAT: 'off',
  ANXING_ALIPAY: 'off',
  ANXING_NATIONAL: 'off',
  ANXING_SMS_SECRET_ID: 'unused',
  ANXING_SMS_SECRET_KEY: 'unused',
  ANXING_SMS_SDK_APP_ID: 'unused',
  ANXING_SMS_SIGN_NAME: 'unused',
  ANXING_SMS_TEMPLATE_CODE: 'unused',
  ANXING_IDENTITY_SECRET_ID: 'unused',
  ANXING_IDENTITY_SECRET_KEY: 'unused',
  ANXING_IDENTITY_RULE_WEAPP: 'unused',
  ANXING_IDENTITY_RULE_H5: 'unused',
  ANXING_IDENTITY_REDIRECT_URL: 'https://faults.example.invalid/',
};

/** Settings of a production server: nothing but what is said here, every check on. */
export function productionEnvironment({ folder, secretsFile, databaseUrl, redisUrl = '' }) {
  const { PATH = '', HOME = '' } = process.env;

  return {
    ...outsideSystems,
    PATH,
    HOME,
    NODE_ENV: 'production',
    ANXING_MODE: 'production',
    ANXING_ORIGIN: 'https://faults.example.invalid',
    ANXING_SECRETS_FILE: secretsFile,
    ANXING_VAR: folder,
    ANXING_CONFIG: 'config',
    ANXING_LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
  };
}
