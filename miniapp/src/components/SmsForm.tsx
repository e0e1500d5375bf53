import { View } from '@tarojs/components';
import { useState } from 'react';

import { isPhone } from '@anxing/contract/phone';
import { limits } from '@anxing/contract/limits';

import { asApiError, fieldText, type ApiError } from '../lib/apiError';
import { useConfig } from '../lib/config';
import { sendSmsCode } from '../lib/sms';
import { texts } from '../lib/texts';
import { useCountdown } from '../lib/useCountdown';
import { aria } from '../platform/aria';
import { Field } from './Field';
import { Press } from './Press';

interface Proof {
  phone: string;
  code: string;
}

interface Props {
  /** The class and the text of the button. */
  name: string;
  submit: string;
  /** What the server said to the last proof. */
  error: ApiError | undefined;
  isBusy: boolean;
  onProof: (proof: Proof) => void;
}

function faultOf({ phone, code }: Proof): string | undefined {
  if (!isPhone(phone)) {
    return texts.phoneFault;
  }

  return code.length === limits.smsCodeLength ? undefined : texts.smsCodeFault;
}

/** Proves a phone number with a code sent to it. */
export function SmsForm({ name, submit, error, isBusy, onProof }: Props) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [sendError, setSendError] = useState<ApiError>();
  const [wait, startWait] = useCountdown();
  const isDemo = useConfig()?.mode === 'demo';

  const send = async () => {
    if (!isPhone(phone)) {
      setFault(texts.phoneFault);

      return;
    }
    setFault(undefined);
    setSendError(undefined);
    startWait(limits.smsResendSeconds);
    try {
      startWait((await sendSmsCode(phone)).resendAfter);
    } catch (cause) {
      const failure = asApiError(cause);
      setSendError(failure);
      startWait(failure.retryAfter ?? 0);
    }
  };
  const prove = () => {
    const found = faultOf({ phone, code });
    setFault(found);
    if (!found && !isBusy) {
      onProof({ phone, code });
    }
  };
  const problem = fault ?? sendError?.message ?? error?.message;

  return (
    <View className="form">
      <Field
        className="phone-input"
        label={texts.phone}
        value={phone}
        type="number"
        maxLength={11}
        placeholder={texts.phonePlaceholder}
        error={fieldText(sendError ?? error, 'phone')}
        onChange={setPhone}
      />
      <Field
        className="sms-input"
        label={texts.smsCode}
        value={code}
        type="number"
        maxLength={limits.smsCodeLength}
        placeholder={texts.smsCodePlaceholder}
        error={fieldText(error, 'code')}
        onChange={setCode}
      >
        <Press className="send-code" kind="quiet" isDisabled={wait > 0} onPress={() => void send()}>
          {wait > 0 ? texts.smsWait(wait) : texts.sendSms}
        </Press>
      </Field>
      {isDemo && <View className="form__hint">{texts.smsDemo}</View>}
      {problem && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <Press className={name} isDisabled={isBusy} onPress={prove}>
        {submit}
      </Press>
    </View>
  );
}
