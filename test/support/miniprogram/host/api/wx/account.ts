import { loginCode } from '../../phone/codes';
import { askPrivacy, hasAgreed, onNeedPrivacyAuthorization } from '../../phone/privacy';
import { type ApiTable, type Handler, type Options, text } from '../call';

/** The person says yes to every message; a test that wants a no mocks the function. */
function requestSubscribeMessage({ tmplIds }: Options) {
  return Object.fromEntries(((tmplIds ?? []) as string[]).map((id) => [id, 'accept']));
}

export const accountHandlers: Record<string, Handler> = {
  login: () => ({ code: loginCode() }),
  checkSession: () => undefined,
  requestSubscribeMessage,
  getSetting: () => ({ authSetting: {} }),
  openSetting: () => ({ authSetting: {} }),
  authorize: ({ scope }) => askPrivacy(text(scope)),
  getPrivacySetting: () => ({ needAuthorization: !hasAgreed(), privacyContractName: '《用户隐私保护指引》' }),
  requirePrivacyAuthorize: () => askPrivacy('requirePrivacyAuthorize'),
  openPrivacyContract: () => undefined,
  exitMiniProgram: () => undefined,
  navigateToMiniProgram: () => undefined,
};

export const accountTable: ApiTable = {
  onNeedPrivacyAuthorization,
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
  }),
};
