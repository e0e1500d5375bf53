import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';

import { useConfig } from '../lib/config';
import { useStillness } from '../lib/useStillness';
import { chinese } from './chinese';
import { ConfigGate } from './configGate';
import { themeOf } from './theme';

dayjs.locale('zh-cn');

/** Lists and calendars open within their landmark, so that screen readers find them there. */
function popupHome(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>('header, main') ?? document.body;
}

function Look({ children }: { children: ReactNode }) {
  const { brand } = useConfig();
  const isStill = useStillness();

  return (
    <ConfigProvider theme={themeOf(brand.primary, isStill)} getPopupContainer={popupHome}>
      <AntdApp component={false} message={{ maxCount: 2 }}>
        {children}
      </AntdApp>
    </ConfigProvider>
  );
}

/** What every page stands on: the API's answers, the operator's configuration, antd in Chinese. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider locale={chinese} button={{ autoInsertSpace: false }}>
        <ConfigGate>
          <Look>{children}</Look>
        </ConfigGate>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
