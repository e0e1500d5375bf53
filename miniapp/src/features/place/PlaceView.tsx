import { View } from '@tarojs/components';

import type { Direction, PosterPlace } from '@anxing/contract/visits';

import { Loading, Notice } from '../../components/Notice';
import { isStepMissing } from '../../lib/gate';
import { currentStep, goToStep, knownStep, rememberPoster } from '../../lib/journey';
import { texts } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { OfflineActions, PlaceActions, ResultActions } from './Actions';
import { PlaceCard } from './PlaceCard';
import { Result } from './Result';
import { useCheckIn, type Attempt } from './useCheckIn';
import { usePlace } from './usePlace';
import { WaitingResult } from './WaitingResult';
import './place.scss';

interface AttemptProps {
  attempt: Attempt;
  busy: Direction | undefined;
  onLeave: () => void;
}

function AttemptView({ attempt, busy, onLeave }: AttemptProps) {
  const { answer, checkIn } = attempt;
  const canLeave = answer?.direction === 'in' && answer.decision !== 'stop';

  return (
    <>
      {answer ? <Result answer={answer} /> : <WaitingResult checkIn={checkIn} />}
      <ResultActions isLeaving={busy === 'out'} onLeave={canLeave ? onLeave : undefined} />
    </>
  );
}

function Problem({ message }: { message: string }) {
  return (
    <View className="problem" {...aria({ role: 'alert' })}>
      {message}
    </View>
  );
}

/** Leads to the steps in the way, remembering the poster. @returns false when there are none */
async function leadToSteps(poster: string): Promise<boolean> {
  const step = await currentStep();
  if (!step) {
    return false;
  }
  rememberPoster(poster);
  await goToStep(step);

  return true;
}

async function mayRegister(poster: string, place: PosterPlace | undefined): Promise<boolean> {
  return !place || place.own !== null || !(await leadToSteps(poster));
}

/** From the poster to the verdict. */
export function PlaceView({ poster }: { poster: string }) {
  const { place, error, isLoading, load } = usePlace(poster);
  const checkIn = useCheckIn({ poster, name: place?.place.name ?? null });

  const register = async (direction: Direction) => {
    if (await mayRegister(poster, place)) {
      const failure = await checkIn.register(direction);
      if (failure && isStepMissing(failure.code)) {
        await leadToSteps(poster);
      }
    }
  };
  const enter = () => void register('in');
  const leave = () => void register('out');

  if (checkIn.attempt) {
    return <AttemptView attempt={checkIn.attempt} busy={checkIn.busy} onLeave={leave} />;
  }
  if (place) {
    return (
      <>
        <PlaceCard place={place} />
        {checkIn.refusal && <Problem message={checkIn.refusal} />}
        <PlaceActions own={place.own} busy={checkIn.busy} onEnter={enter} onLeave={leave} />
      </>
    );
  }
  if (isLoading) {
    return <Loading />;
  }
  const canRegisterOffline = error?.isOffline && knownStep() !== 'consent' && knownStep() !== 'signIn';

  return (
    <>
      <Notice title={error?.message ?? texts.refusals.notPoster} onRetry={() => void load()} />
      {canRegisterOffline && <OfflineActions busy={checkIn.busy} onEnter={enter} />}
    </>
  );
}
