import { View } from '@tarojs/components';

import { FactLine } from '../../components/FactLine';
import { Loading } from '../../components/Notice';
import { Press } from '../../components/Press';
import { dateText } from '../../lib/format';
import { openPage, startAt } from '../../lib/navigation';
import { lateQueue } from '../../lib/staff/lateQueue';
import { useStore } from '../../lib/store';
import { useChecking, type Checked } from './checking';
import { FeedbackForm } from './FeedbackForm';
import { SignedOutNotice } from './Gate';
import { NearlyFull } from './NearlyFull';
import { scanNext } from './nextPerson';
import { Recent } from './Recent';
import { texts } from './texts';
import './staff.scss';
import { CheckedVerdict, RefusedVerdict } from './Verdict';

function Person({ checked: { person, object } }: { checked: Checked }) {
  return (
    <View className="card door-person">
      {person ? (
        <>
          <FactLine name={texts.check.name} value={person.name} />
          <FactLine name={texts.check.idNumber} value={person.idNumber} />
          <FactLine name={texts.check.district} value={person.district ?? texts.check.unknown} />
        </>
      ) : (
        <View className="card__text">{texts.check.nobody}</View>
      )}
      <FactLine name={texts.check.object} value={texts.check.objects[object]} />
    </View>
  );
}

function Region({ region }: { region: NonNullable<Checked['region']> }) {
  const { name, levelName, date, policy } = region;

  return (
    <View className="card card--notice region-hint">
      <View className="card__title">{texts.check.region}</View>
      <View className="region-hint__name">{texts.check.regionDate(name, levelName, dateText(date))}</View>
      <View className="region-hint__policy">{policy}</View>
    </View>
  );
}

function Waiting() {
  const { waiting } = useStore(lateQueue);

  return waiting.length > 0 ? (
    <View className="footnote late-hint">
      {texts.check.lateHint}（{texts.home.waiting} {texts.home.waitingCount(waiting.length)}）
    </View>
  ) : null;
}

function Next({ kind }: { kind: 'primary' | 'secondary' }) {
  return (
    <Press className="next-person" kind={kind} onPress={() => void scanNext()}>
      {texts.check.next}
    </Press>
  );
}

/** What is still asked for, with its button in reach of the thumb. */
function Wants({ checked }: { checked: Checked }) {
  const { wants } = checked;

  return (
    <View className="card wants">
      <View className="card__title">{texts.check.stillAsked}</View>
      <FeedbackForm
        key={checked.id}
        checked={checked}
        wanted={wants}
        placeSubmit={(submit) => (
          <View className="thumb-bar">
            <Next kind="secondary" />
            {submit}
          </View>
        )}
        onDone={() => undefined}
      />
      <Press className="to-feedback" kind="quiet" onPress={() => void openPage('staffFeedback')}>
        {texts.check.otherwise}
      </Press>
    </View>
  );
}

function Facts({ checked }: { checked: Checked }) {
  const { wants, region, late } = checked;

  return (
    <>
      {region && <Region region={region} />}
      {wants.length > 0 && <Wants checked={checked} />}
      <Person checked={checked} />
      {late ? <Waiting /> : <Recent key={checked.id} checked={checked} />}
    </>
  );
}

function Actions({ checked }: { checked: Checked | undefined }) {
  return (
    <View className="thumb-bar">
      {checked ? (
        <Press className="to-feedback" kind="secondary" onPress={() => void openPage('staffFeedback')}>
          {checked.isTold ? texts.check.feedbackAgain : texts.check.feedback}
        </Press>
      ) : (
        <Press className="to-staff-home" kind="secondary" onPress={() => void startAt('staffHome')}>
          {texts.check.backHome}
        </Press>
      )}
      <Next kind="primary" />
    </View>
  );
}

/** Nobody is checked before the guard has signed on again. */
function SignOn() {
  return (
    <View className="thumb-bar">
      <Press className="to-staff-post" kind="primary" onPress={() => void startAt('staffPost')}>
        {texts.check.signOn}
      </Press>
    </View>
  );
}

/** The result of a check, and the next one with one tap. */
export function CheckView() {
  const checking = useChecking();
  if (checking.state === 'refused' && checking.isSessionOver) {
    return <SignedOutNotice />;
  }
  const isOffDuty = checking.state === 'refused' && checking.isOffDuty;
  const checked = checking.state === 'done' ? checking.checked : undefined;
  const isAsking = checked !== undefined && checked.wants.length > 0;

  return (
    <>
      {checking.state === 'busy' && (
        <View className="checking">
          <Loading />
          <View className="checking__text">{texts.check.busy}</View>
        </View>
      )}
      {checking.state === 'refused' && <RefusedVerdict message={checking.message} />}
      {checked && <CheckedVerdict checked={checked} />}
      {checking.state !== 'busy' && <NearlyFull />}
      {checked && <Facts checked={checked} />}
      {isOffDuty && <SignOn />}
      {!isAsking && !isOffDuty && <Actions checked={checked} />}
    </>
  );
}
