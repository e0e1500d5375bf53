import { Text, View } from '@tarojs/components';

import type { OwnScreening } from '@anxing/contract/screening';

import { ColourMark } from '../../components/ColourMark';
import { FactLine } from '../../components/FactLine';
import { dateText, dayText } from '../../lib/format';
import { texts } from './texts';
import './screeningCard.scss';

type State = OwnScreening['state'];

const shapes: Record<State, string> = { overdue: 'triangle', soon: 'diamond', onTime: 'circle' };

/** How near the last day is, in a word and a shape, on its own ground. */
function StateMark({ state }: { state: State }) {
  return (
    <View className={`screening__state screening__state--${state}`}>
      <ColourMark shape={shapes[state]} ink="currentColor" />
      <Text className="screening__word">{texts.screening.states[state]}</Text>
    </View>
  );
}

/** A list by which this person is tested again and again: how often, when last, until when. */
export function ScreeningCard({ screening }: { screening: OwnScreening }) {
  const { groupName, duty, intervalDays, lastTestAt, dueOn, listedOn, listedBy, state } = screening;
  const words = texts.screening;

  return (
    <View className="card screening">
      <View className="screening__head">
        <View className="screening__group">{groupName}</View>
        <StateMark state={state} />
      </View>
      <FactLine name={words.rule} value={words.interval(duty, intervalDays)} />
      <FactLine name={words.last} value={lastTestAt === null ? words.never : dateText(dayText(lastTestAt))} />
      <FactLine name={words.due} value={words.until(dateText(dueOn))} />
      <FactLine name={words.list} value={words.listed(listedBy, dateText(listedOn))} />
    </View>
  );
}
