import { View } from '@tarojs/components';
import { useState } from 'react';

import { isPhone } from '@anxing/contract/phone';
import { limits } from '@anxing/contract/limits';

import { CheckLine } from '../../components/CheckLine';
import { Field } from '../../components/Field';
import { Press } from '../../components/Press';
import { asApiError, fieldText, sentenceOf, type ApiError } from '../../lib/apiError';
import { startAt } from '../../lib/navigation';
import { signInStaff, useStaffSignedIn } from '../../lib/staff/session';
import { aria } from '../../platform/aria';
import { texts } from './texts';

function enter(): Promise<void> {
  return startAt('staffHome');
}

function AlreadySignedIn() {
  return (
    <View className="form">
      <Press className="enter-staff" onPress={() => void enter()}>
        {texts.staff.enter}
      </Press>
    </View>
  );
}

function PasswordForm() {
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [fault, setFault] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);

  const faultOf = () => {
    if (!isPhone(phone)) {
      return texts.staff.phoneFault;
    }

    return password === '' ? texts.staff.passwordFault : undefined;
  };
  const submit = async () => {
    const found = faultOf();
    setFault(found);
    setError(undefined);
    if (found || isBusy) {
      return;
    }
    setBusy(true);
    try {
      await signInStaff(phone, password);
      await enter();
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  const problem = fault ?? (error && sentenceOf(error));

  return (
    <View className="form">
      <Field
        className="staff-phone"
        label={texts.staff.phone}
        placeholder={texts.staff.phonePlaceholder}
        value={phone}
        type="number"
        maxLength={11}
        error={fieldText(error, 'phone')}
        onChange={setPhone}
      />
      <Field
        className="staff-password"
        label={texts.staff.password}
        placeholder={texts.staff.passwordPlaceholder}
        value={password}
        isSecret={!isShown}
        maxLength={limits.passwordMaxLength}
        onChange={setPassword}
      />
      <CheckLine
        className="show-password"
        isChecked={isShown}
        label={texts.staff.show}
        checkedLabel={texts.staff.shown}
        onToggle={() => setShown(!isShown)}
      />
      {problem && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <Press className="staff-sign-in" isDisabled={isBusy} onPress={() => void submit()}>
        {isBusy ? texts.staff.busy : texts.staff.submit}
      </Press>
      <View className="form__hint">{texts.staff.forgotten}</View>
    </View>
  );
}

/** 法人用户: the phone and password of a sub-account. */
export function StaffSignIn() {
  const isSignedIn = useStaffSignedIn();

  return (
    <>
      <View className="welcome">
        <View className="welcome__mark" />
        <View className="welcome__title">{isSignedIn ? texts.staff.signedIn : texts.staff.title}</View>
        <View className="welcome__text">{texts.staff.hint}</View>
      </View>
      {isSignedIn ? <AlreadySignedIn /> : <PasswordForm />}
    </>
  );
}
