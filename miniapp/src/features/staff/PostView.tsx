import { View } from '@tarojs/components';
import { useState } from 'react';

import { limits } from '@anxing/contract/limits';
import type { Point } from '@anxing/contract/points';
import type { OwnUnit } from '@anxing/contract/units';

import { Field } from '../../components/Field';
import { Press } from '../../components/Press';
import { asApiError, sentenceOf, type ApiError } from '../../lib/apiError';
import { startAt } from '../../lib/navigation';
import { desk, keepDesk, type Desk } from '../../lib/staff/desk';
import { aria } from '../../platform/aria';
import { locate } from '../../platform/location';
import { startDuty } from './api';
import { refreshDoorLists } from './doorLists';
import { PointChoice } from './PointChoice';
import { SignOutLine } from './SignOutLine';
import { texts } from './texts';

type ChosenPoint = Desk['point'];

interface Where {
  community: string;
  place: string;
}

/** A half each, so that both fit what the server keeps. */
const partLength = limits.addressLength / 2 - 1;

function joined({ community, place }: Where): string | undefined {
  return [community.trim(), place.trim()].filter(Boolean).join('，') || undefined;
}

function chosenOf({ id, name, address, category }: Point): ChosenPoint {
  return { id, name, address, category };
}

function LocateButton({ onPlace }: { onPlace: (place: string) => void }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const find = async () => {
    setBusy(true);
    setProblem(undefined);
    const found = await locate();
    setBusy(false);
    if (typeof found === 'string') {
      setProblem(texts.post[found]);
    } else {
      const { latitude, longitude } = found;
      onPlace(texts.post.located(latitude.toFixed(4), longitude.toFixed(4)));
    }
  };

  return (
    <>
      <Press className="locate" kind="secondary" isDisabled={isBusy} onPress={() => void find()}>
        {isBusy ? texts.post.locating : texts.post.locate}
      </Press>
      {problem && (
        <View className="field__error locate-problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
    </>
  );
}

/** Why somebody who was on duty is here again. */
function Over({ over }: Pick<Desk, 'over'>) {
  return over ? (
    <View className="problem duty-over" {...aria({ role: 'alert' })}>
      {texts.post.over[over]}
    </View>
  ) : null;
}

function Refused({ error }: { error: ApiError }) {
  const advice = texts.post.advice[error.code];

  return (
    <View className="problem duty-problem" {...aria({ role: 'alert' })}>
      <View>{sentenceOf(error)}</View>
      {advice && <View className="duty-problem__advice">{advice}</View>}
      {advice && (
        <Press className="to-resident" kind="secondary" onPress={() => void startAt('code')}>
          {texts.toResident}
        </Press>
      )}
    </View>
  );
}

/** 扫码点信息: where the guard stands. Kept, and filled in the next time. */
export function PostView({ own }: { own: OwnUnit }) {
  const { staff, unit } = own;
  const [known] = useState(() => (desk.get()?.staffId === staff.id ? desk.get() : undefined));
  const [community, setCommunity] = useState(
    known?.community ?? (unit.kind === 'community' ? unit.name : ''),
  );
  const [point, setPoint] = useState<ChosenPoint | undefined>(known?.point);
  const [place, setPlace] = useState(known?.place ?? '');
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);

  const submit = async () => {
    setMissing(!point);
    setError(undefined);
    if (!point || isBusy) {
      return;
    }
    setBusy(true);
    try {
      await startDuty({ pointId: point.id, place: joined({ community, place }) });
      const names = { staffId: staff.id, staffName: staff.name, unitName: unit.name };
      keepDesk({ ...names, point, community, place, isOnDuty: true });
      void refreshDoorLists();
      await startAt('staffHome');
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };

  return (
    <View className="staff-form">
      <View className="staff-form__title">{texts.post.title}</View>
      <View className="staff-form__hint">{texts.post.hint}</View>
      <Over over={known?.over} />
      <Field
        className="community-input"
        label={texts.post.community}
        placeholder={texts.post.communityPlaceholder}
        value={community}
        maxLength={partLength}
        onChange={setCommunity}
      />
      <PointChoice
        chosen={point}
        error={isMissing && !point ? texts.post.pointMissing : undefined}
        onChoose={(next) => setPoint(next && chosenOf(next))}
      />
      <Field
        className="place-input"
        label={texts.post.place}
        placeholder={texts.post.placePlaceholder}
        value={place}
        maxLength={partLength}
        onChange={setPlace}
      />
      <LocateButton onPlace={setPlace} />
      {error && <Refused error={error} />}
      <Press className="go-on-duty" isDisabled={isBusy} onPress={() => void submit()}>
        {isBusy ? texts.post.busy : texts.post.submit}
      </Press>
      <View className="card menu">
        <SignOutLine />
      </View>
    </View>
  );
}
