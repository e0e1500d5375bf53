import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import type { OwnUnit } from '@anxing/contract/units';

import { Loading, Notice } from '../../components/Notice';
import { Press } from '../../components/Press';
import { sentenceOf } from '../../lib/apiError';
import { startAt } from '../../lib/navigation';
import { leaveStaff } from './leave';
import { texts } from './texts';
import { useStaffGate, type StaffStep } from './useStaffGate';
import './staff.scss';

interface Props {
  step: StaffStep;
  isShown: boolean;
  /** `own` is missing until the server has answered. */
  children: (own: OwnUnit | undefined) => ReactNode;
}

function ToResident() {
  return (
    <Press className="to-resident" kind="quiet" onPress={() => void startAt('code')}>
      {texts.toResident}
    </Press>
  );
}

/** Says that the session has ended, and where to go on. */
export function SignedOutNotice() {
  return (
    <Notice className="staff-signed-out" title={texts.signedOut}>
      <View className="staff-notice__why">{texts.signedOutWhy}</View>
      <Press className="to-staff-sign-in" onPress={() => void startAt('signIn', { as: 'staff' })}>
        {texts.toSignIn}
      </Press>
      <ToResident />
    </Notice>
  );
}

/** A page of the staff: only for those who may check people. */
export function Gate({ step, isShown, children }: Props) {
  const { gate, check } = useStaffGate(step, isShown);
  switch (gate.state) {
    case 'open':
      return <>{children(gate.own)}</>;
    case 'checking':
      return <Loading />;
    case 'signedOut':
      return <SignedOutNotice />;
    case 'forbidden':
      return (
        <Notice className="staff-forbidden" title={texts.forbidden}>
          <View className="staff-notice__why">{texts.forbiddenWhy}</View>
          <Press
            className="to-staff-sign-in"
            onPress={() => void leaveStaff().then(() => startAt('signIn', { as: 'staff' }))}
          >
            {texts.toSignIn}
          </Press>
          <ToResident />
        </Notice>
      );
    default:
      return (
        <Notice title={sentenceOf(gate.error)} onRetry={() => void check()}>
          <ToResident />
        </Notice>
      );
  }
}
