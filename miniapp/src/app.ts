import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';

import { routes } from './lib/routes';
import { showApp, showMissing, startApp } from './lib/start';
import { mendAddress } from './platform/address';
import './app.scss';

// Here, since the router reads the address before any page or hook of ours runs.
mendAddress(routes.missing);

export default function App({ children }: PropsWithChildren) {
  useLaunch(startApp);
  useDidShow(showApp);
  usePageNotFound(showMissing);

  return children;
}
