import { View } from '@tarojs/components';
import { useState } from 'react';

import type { PhoneRequest } from '@anxing/contract/me';

import { SmsForm } from '../../components/SmsForm';
import { useStep } from '../../lib/useStep';
import { aria } from '../../platform/aria';
import { client } from '../../platform/client';
import { PhoneButton } from '../../platform/PhoneButton';
import { hasPlatformSignIn } from '../../platform/signIn';
import { putPhone } from './api';
import { texts } from './texts';

/** Level 1: a phone number, from the platform or by SMS. */
export function PhoneStep({ onDone }: { onDone: () => Promise<void> }) {
  const { error, isBusy, run } = useStep(onDone);
  const [isRefused, setRefused] = useState(false);

  const take = (proof: PhoneRequest | undefined) => {
    setRefused(!proof);
    if (proof) {
      void run(() => putPhone(proof));
    }
  };

  return (
    <View className="card">
      <View className="card__title">{texts.phoneTitle}</View>
      <View className="card__text">{texts.phoneHint}</View>
      {hasPlatformSignIn() && (
        <>
          <PhoneButton className="press press--primary phone-button" onPhone={take}>
            {client() === 'alipay' ? texts.phoneOfAlipay : texts.phoneOfWechat}
          </PhoneButton>
          {isRefused && (
            <View className="problem" {...aria({ role: 'alert' })}>
              {texts.phoneRefused}
            </View>
          )}
          <View className="identity__or">{texts.orSms}</View>
        </>
      )}
      <SmsForm
        name="bind-phone"
        submit={texts.bindPhone}
        error={error}
        isBusy={isBusy}
        onProof={({ phone, code }) => take({ grant: 'sms', phone, code })}
      />
    </View>
  );
}
