import { View } from '@tarojs/components';
import { useState } from 'react';

import type { SessionRequest } from '@anxing/contract/sessions';

import { Press } from '../../components/Press';
import { SmsForm } from '../../components/SmsForm';
import { asApiError, type ApiError } from '../../lib/apiError';
import { signIn } from '../../lib/session';
import { aria } from '../../platform/aria';
import { client } from '../../platform/client';
import { hasPlatformSignIn, platformGrant } from '../../platform/signIn';
import { texts } from './texts';

/** By what the platform knows on WeChat and Alipay, by phone and SMS in a browser. */
export function ResidentSignIn({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const [error, setError] = useState<ApiError>();
  const [isRefused, setRefused] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const enter = async (findGrant: () => Promise<SessionRequest | undefined>) => {
    if (isBusy) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const grant = await findGrant();
      setRefused(!grant);
      if (grant) {
        await signIn(grant);
        await onSignedIn();
      }
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  const problem = isRefused ? texts.refused : error?.message;

  return (
    <>
      <View className="welcome">
        <View className="welcome__mark" />
        <View className="welcome__title">{texts.title}</View>
        <View className="welcome__text">{texts.hint}</View>
      </View>
      {hasPlatformSignIn() ? (
        <View className="form">
          {problem && (
            <View className="problem" {...aria({ role: 'alert' })}>
              {problem}
            </View>
          )}
          <Press className="sign-in" isDisabled={isBusy} onPress={() => void enter(platformGrant)}>
            {isBusy ? texts.busy : texts[client()]}
          </Press>
        </View>
      ) : (
        <SmsForm
          name="sign-in"
          submit={isBusy ? texts.busy : texts.h5}
          error={error}
          isBusy={isBusy}
          onProof={({ phone, code }) => void enter(async () => ({ grant: 'sms', phone, code }))}
        />
      )}
    </>
  );
}
