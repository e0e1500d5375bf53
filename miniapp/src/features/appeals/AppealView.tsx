import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Appeal } from '@anxing/contract/appeals';

import { Hotline } from '../../components/Hotline';
import { Loaded } from '../../components/Loaded';
import { dateText, fullTimeText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { useRecord } from '../../lib/useRecord';
import { Addition } from './Addition';
import { pathOf } from './api';
import { AppealState } from './AppealState';
import { dueText } from './dueText';
import { texts } from './texts';
import { Timeline } from './Timeline';
import { Withdrawal } from './Withdrawal';
import './appeals.scss';

/** What the operator asked for last, for as long as it is waited for. */
function askedText({ state, events }: Appeal): string | undefined {
  const asked = events.filter(({ kind }) => kind === 'moreAsked').map(({ text }) => text);

  return state === 'needsMore' ? (asked[asked.length - 1] ?? undefined) : undefined;
}

/** Until when what was contested is lifted. */
function liftText({ until }: NonNullable<Appeal['lift']>): string {
  return until === null ? texts.liftedWithRecords : texts.liftedUntil(fullTimeText(until));
}

function Head({ appeal }: { appeal: Appeal }) {
  const due = dueText(appeal);
  const asked = askedText(appeal);

  return (
    <View className="card appeal-head">
      <AppealState state={appeal.state} />
      <View className="card__text appeal-head__hint">{texts.stateHints[appeal.state]}</View>
      {appeal.lift && <View className="card__text appeal-head__hint">{liftText(appeal.lift)}</View>}
      {asked && <View className="appeal-head__asked">{texts.asked(asked)}</View>}
      {due && (
        <View className={`appeal-head__due ${appeal.isOverdue ? 'appeal-head__due--late' : ''}`}>{due}</View>
      )}
    </View>
  );
}

function Contested({ reasons }: Pick<Appeal, 'reasons'>) {
  return (
    <View className="card">
      <View className="card__title">{texts.contested}</View>
      {reasons.map(({ rule, text, date, sourceName }) => (
        <View key={`${rule} ${date}`} className="contested">
          <View className="contested__text">{text}</View>
          <View className="contested__facts">{texts.reasonFacts(dateText(date), sourceName)}</View>
        </View>
      ))}
    </View>
  );
}

/** One appeal: how far it is, what has happened, and what the person can do. */
export function AppealView() {
  const { id = '' } = useRouter().params;
  const record = useRecord<Appeal>(pathOf(id));

  return (
    <Loaded record={record}>
      {(appeal) => (
        <>
          <Head appeal={appeal} />
          <Addition key={appeal.state} appeal={appeal} onChange={record.take} />
          <Timeline events={appeal.events} />
          <Contested reasons={appeal.reasons} />
          {appeal.closedAt === null && <Withdrawal id={appeal.id} onChange={record.take} />}
          <Hotline text={shared.callHotline} />
        </>
      )}
    </Loaded>
  );
}
