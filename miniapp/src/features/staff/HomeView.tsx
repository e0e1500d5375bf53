import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';

import type { Direction } from '@anxing/contract/visits';

import { Press } from '../../components/Press';
import { MenuLine } from '../../components/MenuLine';
import { asApiError, sentenceOf } from '../../lib/apiError';
import { isConfirmed } from '../../lib/isConfirmed';
import { openPage, startAt } from '../../lib/navigation';
import { online } from '../../lib/network';
import { useDesk, type Desk } from '../../lib/staff/desk';
import { dismissDropped, lateQueue, mostDropped } from '../../lib/staff/lateQueue';
import { useStore } from '../../lib/store';
import { aria } from '../../platform/aria';
import { setDirection, useDirection } from './direction';
import { IdCard } from './IdCard';
import { goOffDuty } from './leave';
import { ListAge } from './ListAge';
import { NearlyFull } from './NearlyFull';
import { scanNext, showResult } from './nextPerson';
import { NumberEntry } from './NumberEntry';
import { SignOutLine } from './SignOutLine';
import { texts } from './texts';
import { useToday } from './today';

function Standing({ desk: { point, community, place, unitName } }: { desk: Desk }) {
  const isOnline = useStore(online);
  const where = [community, place].filter(Boolean).join(' · ') || point.address;

  return (
    <View className="card standing">
      <View className="standing__name">{point.name}</View>
      <View className="standing__where">{where}</View>
      <View className="standing__unit">{unitName}</View>
      <View className={`net ${isOnline ? 'net--on' : 'net--off'}`} {...aria({ role: 'status' })}>
        <View className="net__mark" />
        {isOnline ? texts.home.online : texts.home.offline}
      </View>
      <ListAge />
      <Press className="change-post" kind="quiet" onPress={() => void openPage('staffPost')}>
        {texts.home.change}
      </Press>
    </View>
  );
}

function Counts() {
  const { count } = useToday();
  const { waiting } = useStore(lateQueue);

  return (
    <View className="counts">
      <Press
        className="counts__one to-today"
        kind="plain"
        label={`${texts.home.today} ${texts.home.todayCount(count)}`}
        onPress={() => void openPage('staffToday')}
      >
        <View className="counts__name">{texts.home.today}</View>
        <View className="counts__number today-count">{count}</View>
      </Press>
      <View
        className={`counts__one ${waiting.length > 0 ? 'counts__one--waiting' : ''}`}
        {...aria({
          role: 'status',
          label: `${texts.home.waiting} ${texts.home.waitingCount(waiting.length)}`,
        })}
      >
        <View className="counts__name">{texts.home.waiting}</View>
        <View className="counts__number waiting-count">{waiting.length}</View>
      </View>
    </View>
  );
}

const directions: readonly Direction[] = ['in', 'out'];

function DirectionChoice() {
  const direction = useDirection();

  return (
    <View className="direction" {...aria({ role: 'group', label: texts.home.direction })}>
      {directions.map((each) => {
        const isChosen = each === direction;
        const name = texts.home.directions[each];

        return (
          <Press
            key={each}
            className={`direction__one direction--${each} ${isChosen ? 'direction__one--on' : ''}`}
            kind="plain"
            label={isChosen ? `${name} ${texts.home.chosen}` : name}
            onPress={() => setDirection(each)}
          >
            {name}
          </Press>
        );
      })}
    </View>
  );
}

function Dropped() {
  const { dropped } = useStore(lateQueue);
  const tell = dropped.length < mostDropped ? texts.home.dropped : texts.home.droppedMany;

  return dropped.length > 0 ? (
    <View className="problem problem--page dropped" {...aria({ role: 'alert' })}>
      <View>{tell(dropped.length)}</View>
      <Press className="dismiss-dropped" kind="quiet" onPress={dismissDropped}>
        {texts.home.close}
      </Press>
    </View>
  ) : null;
}

async function confirmOffDuty(): Promise<void> {
  if (!(await isConfirmed(texts.home.offDutyTitle, texts.home.offDutyText))) {
    return;
  }
  try {
    await goOffDuty();
    await startAt('staffPost');
  } catch (cause) {
    await Taro.showToast({ title: sentenceOf(asApiError(cause)), icon: 'none' });
  }
}

async function scan(): Promise<void> {
  if (await scanNext()) {
    await showResult();
  }
}

/** 出入扫码服务: one big button, in reach of the thumb. */
export function HomeView() {
  const standing = useDesk();

  return (
    <>
      {standing && <Standing desk={standing} />}
      <NearlyFull />
      <Dropped />
      <Counts />
      <DirectionChoice />
      <NumberEntry />
      <IdCard />
      <View className="footnote staff-tip">{texts.home.tip}</View>
      <View className="card menu">
        <MenuLine className="to-resident" name={texts.toResident} onPress={() => void startAt('code')} />
        <MenuLine className="off-duty" name={texts.home.offDuty} onPress={() => void confirmOffDuty()} />
        <SignOutLine />
      </View>
      <View className="thumb-bar">
        <Press className="start-scan" onPress={() => void scan()}>
          {texts.home.scan}
        </Press>
      </View>
    </>
  );
}
