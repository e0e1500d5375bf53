import { native, type PrivacyAnswer } from './native';

type GiveAnswer = (given: PrivacyAnswer) => void;

const listeners = new Set<(giveAnswer: GiveAnswer | undefined) => void>();
let pending: GiveAnswer | undefined;
let isRegistered = false;

function tellAll(giveAnswer: GiveAnswer | undefined): void {
  pending = giveAnswer;
  listeners.forEach((listener) => listener(giveAnswer));
}

/** WeChat keeps only one listener for the whole app, so it is registered once and the pages share it. */
function registerOnce(): void {
  if (process.env.TARO_ENV === 'weapp' && !isRegistered) {
    isRegistered = true;
    native().onNeedPrivacyAuthorization?.(tellAll);
  }
}

/**
 * WeChat asks through us before the first use of the camera, the phone number and the like.
 * @param onAsk called with the function that takes the person's answer, and with undefined once it is answered
 * @returns stops listening
 */
export function watchPrivacyQuestion(onAsk: (giveAnswer: GiveAnswer | undefined) => void): () => void {
  registerOnce();
  listeners.add(onAsk);

  return () => listeners.delete(onAsk);
}

export function answerPrivacyQuestion(given: PrivacyAnswer): void {
  pending?.(given);
  tellAll(undefined);
}

export function openPrivacyContract(): void {
  native().openPrivacyContract?.({});
}
