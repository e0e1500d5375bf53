import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';

import { Press } from '../../components/Press';
import { isSignedIn } from '../../lib/session';
import { aria } from '../../platform/aria';
import { hasPlatformSignIn } from '../../platform/signIn';
import { ResidentSignIn } from './ResidentSignIn';
import { StaffSignIn } from './StaffSignIn';
import { texts } from './texts';
import './signIn.scss';

type Side = 'resident' | 'staff';

const sides: readonly Side[] = ['resident', 'staff'];

function Tabs({ chosen, onChoose }: { chosen: Side; onChoose: (side: Side) => void }) {
  return (
    <View className="sign-in-tabs" {...aria({ role: 'group' })}>
      {sides.map((side) => {
        const isChosen = side === chosen;

        return (
          <Press
            key={side}
            className={`sign-in-tab sign-in-tab--${side} ${isChosen ? 'sign-in-tab--on' : ''}`}
            kind="plain"
            label={isChosen ? `${texts.tabs[side]} ${texts.chosen}` : texts.tabs[side]}
            onPress={() => onChoose(side)}
          >
            {texts.tabs[side]}
          </Press>
        );
      })}
    </View>
  );
}

/** Residents and staff (法人用户) sign in on one page, each with a session of their own. Browsers have none for staff here. */
export function SignInView({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { as } = useRouter().params;
  const [side, setSide] = useState<Side>(as === 'staff' ? 'staff' : 'resident');
  if (!hasPlatformSignIn()) {
    return <ResidentSignIn onSignedIn={onSignedIn} />;
  }

  return (
    <>
      {!isSignedIn() && <Tabs chosen={side} onChoose={setSide} />}
      {side === 'staff' ? <StaffSignIn /> : <ResidentSignIn onSignedIn={onSignedIn} />}
    </>
  );
}
