import { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';

import { showApp, startApp } from './lib/start';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(startApp);
  useDidShow(showApp);

  return children;
}
