import Taro from '@tarojs/taro';

import type { OwnNationalCode } from '@anxing/contract/nationalCode';

import { Hotline } from '../../components/Hotline';
import { Loaded } from '../../components/Loaded';
import { texts as shared } from '../../lib/texts';
import { useRecord } from '../../lib/useRecord';
import { Latest } from './Latest';
import { Reader } from './Reader';
import { Steps } from './Steps';
import { texts } from './texts';
import { useMerge } from './useMerge';
import './arrival.scss';

/** For whoever comes from another province: what to do, how things stand, and the reading of the national code. */
export function ArrivalView() {
  const record = useRecord<OwnNationalCode>('me/national-code');
  const merge = useMerge((own) => {
    record.take(own);
    if (own.state === 'merged') {
      void Taro.showToast({ title: texts.merged, icon: 'none' });
    }
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  });

  return (
    <Loaded record={record}>
      {(own) => (
        <>
          {own.latest && <Latest own={own} />}
          <Steps />
          {!own.latest && <Latest own={own} />}
          <Reader merge={merge} />
          <Hotline text={shared.callHotline} />
        </>
      )}
    </Loaded>
  );
}
