import { openModal } from '../frame/dialogs';
import { setup, usesPrivacyCheck } from '../setup';
import { ApiError } from './apiError';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
export interface PrivacyAnswer {
  event: 'agree' | 'disagree' | 'exposureAuthorization';
  buttonId?: string;
}

type Resolve = (answer: PrivacyAnswer) => void;
type Listener = (resolve: Resolve, info: { referrer: string }) => void;

const storageKey = 'phone:agreed-to-privacy';
const refused = new ApiError('privacy permission is not authorized', 104);

let listener: Listener | undefined;
let question: Promise<void> | undefined;
/** Ids of the agree buttons that a finger has pressed: WeChat takes an agreement from no other. */
const pressedButtons = new Set<string>();

export function hasAgreed(): boolean {
  return !usesPrivacyCheck || setup.hasAgreedToPrivacy || window.localStorage.getItem(storageKey) === 'yes';
}

function agree(): void {
  window.localStorage.setItem(storageKey, 'yes');
}

export function onNeedPrivacyAuthorization(given: Listener): void {
  listener = given;
}

export function pressAgreeButton(id: string): void {
  pressedButtons.add(id);
}

/** Without a listener of the app's own, WeChat shows its dialog. */
async function askByPlatform(): Promise<void> {
  const texts = {
    title: '用户隐私保护提示',
    content: '请阅读并同意隐私保护指引',
    confirm: '同意',
    cancel: '拒绝',
  };
  const { isConfirmed } = await openModal(texts);
  if (!isConfirmed) {
    throw refused;
  }
  agree();
}

function askByApp(ask: Listener, referrer: string): Promise<void> {
  return new Promise((done, fail) => {
    const resolve: Resolve = ({ event, buttonId }) => {
      if (event === 'disagree') {
        fail(refused);
      } else if (event === 'agree' && !pressedButtons.has(buttonId ?? '')) {
        fail(new ApiError(`the button '${buttonId}' with agreePrivacyAuthorization was not tapped`, 104));
      } else if (event === 'agree') {
        agree();
        done();
      }
    };
    ask(resolve, { referrer });
  });
}

/**
 * Lets a function pass that touches personal data, after the person has agreed once.
 * @throws ApiError when the person refuses
 */
export async function askPrivacy(name: string): Promise<void> {
  if (hasAgreed()) {
    return;
  }
  question ??= (listener ? askByApp(listener, name) : askByPlatform()).finally(() => (question = undefined));
  await question;
}
