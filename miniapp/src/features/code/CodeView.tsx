import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect } from 'react';

import type { PersonalCode } from '@anxing/contract/me';

import { Loading, Notice } from '../../components/Notice';
import { useNow } from '../../lib/clock';
import { useColour } from '../../lib/config';
import { isStepMissing } from '../../lib/gate';
import { brighten, dim } from '../../platform/screen';
import { lastCode } from './api';
import { CodeCard } from './CodeCard';
import { CodeMenu } from './CodeMenu';
import { ColourDetails, isExplained } from './ColourDetails';
import { Hero } from './Hero';
import { OfflineCard } from './OfflineCard';
import { useCode } from './useCode';
import './code.scss';

interface ShownProps {
  code: PersonalCode;
  isActive: boolean;
  onRefresh: () => void;
}

function ShownCode({ code, isActive, onRefresh }: ShownProps) {
  const colour = useColour(code.colour);
  const isExpired = useNow(isActive) >= code.expiresAt;

  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    void brighten();

    return () => void dim();
  }, [isActive]);

  return (
    <>
      <Hero colour={colour} name={code.name} isTicking={isActive} isStale={isExpired} />
      <CodeCard code={code} colour={colour} isExpired={isExpired} onRefresh={onRefresh} />
      <CodeMenu isActive={isActive} isExplained={isExplained(code)} />
      <ColourDetails code={code} />
    </>
  );
}

interface Props {
  /** The page is on the screen. */
  isActive: boolean;
  /** The server wants another step first, for example a new consent. */
  onBlocked: () => void;
}

/** The personal code, or why there is none to show just now. */
export function CodeView({ isActive, onBlocked }: Props) {
  const { code, error, isOnline, refresh, renew } = useCode(isActive);
  const isBlocked = error !== undefined && isStepMissing(error.code);

  usePullDownRefresh(() => void renew().finally(() => Taro.stopPullDownRefresh()));
  useEffect(() => {
    if (isBlocked) {
      onBlocked();
    }
  }, [isBlocked, onBlocked]);

  if (isBlocked) {
    return <Loading />;
  }
  if (!isOnline || error?.isOffline) {
    return <OfflineCard last={lastCode()} isActive={isActive} onRetry={() => void refresh()} />;
  }
  if (code) {
    return <ShownCode code={code} isActive={isActive} onRefresh={() => void renew()} />;
  }

  return error ? <Notice title={error.message} onRetry={() => void refresh()} /> : <Loading />;
}
