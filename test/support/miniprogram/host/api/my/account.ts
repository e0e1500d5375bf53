import { ApiError } from '../../phone/apiError';
import { loginCode, phoneCode } from '../../phone/codes';
import { type ApiTable, type Handler, type Options, text } from '../call';

const person = { code: '10000', msg: 'Success', nickName: '李明', avatar: '' };

/** The answer is sealed for the server; here it is whatever code the test gave. */
function getPhoneNumber() {
  if (!phoneCode()) {
    throw new ApiError('用户未授权', 40003);
  }

  return { response: phoneCode() };
}

function subscribeAll({ entityIds }: Options) {
  return { behavior: 'subscribe', show: true, result: { subscribeEntityIds: entityIds ?? [] } };
}

export const accountHandlers: Record<string, Handler> = {
  getAuthCode: ({ scopes }) => ({ authCode: loginCode(), authSuccessScopes: [text(scopes, 'auth_base')] }),
  getPhoneNumber,
  getOpenUserInfo: () => ({ response: JSON.stringify({ response: person }) }),
  requestSubscribeMessage: subscribeAll,
  getSetting: () => ({ authSetting: {} }),
  openSetting: () => ({ authSetting: {} }),
  exitMiniProgram: () => undefined,
  navigateToMiniProgram: () => undefined,
};

export const accountTable: ApiTable = {
  getAccountInfoSync: () => ({
    miniProgram: { appId: '2021000000000000', envVersion: 'develop', version: '' },
  }),
  getAppIdSync: () => ({ appId: '2021000000000000' }),
};
