import { completeFrame, type FrameTexts } from './h5/frame';

/** On H5 the title bar and the tabs are ours to look after; WeChat and Alipay draw their own. */
export function prepareFrame(texts: FrameTexts): void {
  if (process.env.TARO_ENV === 'h5') {
    completeFrame(texts);
  }
}
