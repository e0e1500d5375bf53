import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

import type { Me } from '@anxing/contract/me';

import { MenuLine } from '../../components/MenuLine';
import { Press } from '../../components/Press';
import { loadMe, useMe } from '../../lib/account';
import { queue } from '../../lib/checkInQueue';
import { goOn, goToStep } from '../../lib/journey';
import { openPage, startAt } from '../../lib/navigation';
import { setElderMode, useElderMode } from '../../lib/preferences';
import type { RouteName } from '../../lib/routes';
import { staffSession } from '../../lib/staff/session';
import { texts as shared } from '../../lib/texts';
import { hasPlatformSignIn } from '../../platform/signIn';
import { leaveAccount } from './leave';
import { texts } from './texts';
import './me.scss';

function Account({ me }: { me: Me }) {
  const isVerified = me.level === 4 && !me.proofAgain;

  return (
    <View className="account">
      <View className="account__face">{(me.name ?? '').slice(-1)}</View>
      <View className="account__facts">
        <View className="account__name name">{me.name ?? texts.nameless}</View>
        <View className="account__line">{me.phone ?? ''}</View>
        <View className="account__line">{me.idNumber ?? ''}</View>
        <View className="account__level level">{isVerified ? texts.verified : texts.levels[me.level]}</View>
      </View>
      {!isVerified && (
        <Press className="continue" kind="secondary" onPress={() => void goToStep('identity')}>
          {texts.goOn}
        </Press>
      )}
    </View>
  );
}

function SignedOut() {
  return (
    <View className="account">
      <View className="account__facts">
        <View className="account__name">{texts.signedOut}</View>
      </View>
      <Press className="to-sign-in" onPress={() => void goOn().catch(() => undefined)}>
        {texts.signIn}
      </Press>
    </View>
  );
}

type Entry =
  | 'trail'
  | 'accesses'
  | 'messages'
  | 'reasons'
  | 'testResults'
  | 'appeals'
  | 'arrival'
  | 'paperCard'
  | 'family'
  | 'about';

function Line({ page, note }: { page: Entry; note?: string }) {
  return (
    <MenuLine
      className={`to-${page}`}
      name={texts[page]}
      note={note}
      onPress={() => void openPage(page satisfies RouteName)}
    />
  );
}

function ElderLine() {
  const isElder = useElderMode();

  return (
    <Press
      className="menu-line elder-switch"
      kind="plain"
      label={`${texts.elder} ${texts.elderHint} ${isElder ? texts.on : texts.off}`}
      onPress={() => setElderMode(!isElder)}
    >
      <View className="menu-line__name">
        {texts.elder}
        <View className="menu-line__hint">{texts.elderHint}</View>
      </View>
      <View className={`toggle ${isElder ? 'toggle--on' : ''}`} />
    </Press>
  );
}

function openStaff(): void {
  void (staffSession.isSignedIn() ? startAt('staffHome') : openPage('signIn', { as: 'staff' }));
}

async function confirmSignOut(): Promise<void> {
  const count = queue.get().waiting.length;
  const { confirm } = await Taro.showModal({
    title: texts.signOutTitle,
    content: count > 0 ? texts.signOutWaiting(count) : texts.signOutText,
    confirmText: shared.confirm,
    cancelText: shared.cancel,
  });
  if (confirm) {
    await leaveAccount();
    await openPage('me');
  }
}

/** The account, the own records, and the settings. */
export function MeView({ isShown }: { isShown: boolean }) {
  const me = useMe();

  useEffect(() => {
    if (isShown) {
      loadMe().catch(() => undefined);
    }
  }, [isShown]);

  return (
    <>
      {me ? <Account me={me} /> : <SignedOut />}
      <View className="card menu">
        <Line page="reasons" />
        <Line page="testResults" />
        <Line page="appeals" />
        <Line page="arrival" />
        <Line page="paperCard" />
        <Line page="family" />
      </View>
      <View className="card menu">
        <Line page="trail" />
        <Line page="accesses" />
        <Line
          page="messages"
          note={me && me.unreadMessages > 0 ? texts.unread(me.unreadMessages) : undefined}
        />
      </View>
      {hasPlatformSignIn() && (
        <View className="card menu">
          <MenuLine className="to-staff" name={texts.staff} hint={texts.staffHint} onPress={openStaff} />
        </View>
      )}
      <View className="card menu">
        <ElderLine />
        <Line page="about" />
      </View>
      {me && (
        <Press className="sign-out" kind="quiet" onPress={() => void confirmSignOut()}>
          {texts.signOut}
        </Press>
      )}
    </>
  );
}
