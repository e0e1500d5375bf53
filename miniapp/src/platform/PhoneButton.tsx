import { Button } from '@tarojs/components';
import type { ReactNode } from 'react';

import type { PhoneRequest } from '@anxing/contract/me';

import { callNative, native } from './native';

interface Props {
  className: string;
  children: ReactNode;
  /** Called with what the platform gave, or with undefined when the person refused. */
  onPhone: (request: PhoneRequest | undefined) => void;
}

interface PhoneEvent {
  detail: { code?: string };
}

async function phoneOfAlipay(): Promise<PhoneRequest | undefined> {
  const answer = await callNative<{ response?: string }>(native().getPhoneNumber, {});

  return answer?.response ? { grant: 'alipay', response: answer.response } : undefined;
}

/** Asks WeChat or Alipay for the number of the phone; nothing on H5, where the number is typed. */
export function PhoneButton({ className, children, onPhone }: Props) {
  if (process.env.TARO_ENV === 'weapp') {
    const take = ({ detail }: PhoneEvent) =>
      onPhone(detail.code ? { grant: 'wechat', code: detail.code } : undefined);

    return (
      <Button className={className} openType="getPhoneNumber" onGetPhoneNumber={take}>
        {children}
      </Button>
    );
  }
  if (process.env.TARO_ENV === 'alipay') {
    return (
      <Button
        className={className}
        openType="getAuthorize"
        scope="phoneNumber"
        onGetAuthorize={() => void phoneOfAlipay().then(onPhone)}
        onError={() => onPhone(undefined)}
      >
        {children}
      </Button>
    );
  }

  return null;
}
