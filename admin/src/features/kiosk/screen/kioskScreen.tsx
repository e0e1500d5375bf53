import { useCallback } from 'react';

import { useConfig } from '../../../lib/config';
import { useOwnUnit } from '../../../lib/ownUnit';
import { useKeys } from '../keys/useKeys';
import type { DoorStore } from '../offline/doorStore';
import type { Entry } from '../run/entry';
import { spoken, type View } from '../run/state';
import { useAwake } from '../run/useAwake';
import { useKiosk } from '../run/useKiosk';
import { useLeaveWarning } from '../run/useLeaveWarning';
import type { Stand } from '../types';
import { DecisionShape } from './decisionShape';
import { EntryPanel } from './entryPanel';
import { Legend } from './legend';
import { OverScreen } from './overScreen';
import { OvertakenStrip } from './overtakenStrip';
import { PastView } from './pastView';
import { PersonView } from './personView';
import { SidePanel } from './sidePanel';
import { StatusBar } from './statusBar';
import { TypedNumber, WaitView } from './waitView';

function lookOf(view: View): string {
  return view.kind === 'person' ? view.person.decision : view.kind;
}

function RefusedView({ headline, sentence }: { headline: string; sentence: string }) {
  return (
    <div className="kioskRefused">
      <DecisionShape mark="refused" />
      <h2 className="kioskWord">{headline}</h2>
      <p className="kioskWhy">{sentence}</p>
    </div>
  );
}

/** Somebody who was checked, or, while that is read, where he was checked before. */
function Checked({ view: { person, past }, entry }: { view: View & { kind: 'person' }; entry: Entry }) {
  return past ? (
    <PastView person={person} past={past} />
  ) : (
    <>
      <PersonView person={person} />
      <EntryPanel person={person} entry={entry} />
    </>
  );
}

interface Props {
  stand: Stand;
  store: DoorStore;
  /** @param why when nobody asked for it */
  onLeave: (why?: string) => void;
}

/** The whole screen of a door; begun anew when somebody else has signed in, in another tab. */
export function KioskScreen(props: Props) {
  const { staff } = useOwnUnit();

  return <Screen key={staff.id} {...props} />;
}

function Screen({ stand, store, onLeave }: Props) {
  const { colours } = useConfig();
  const { kiosk, state, arm } = useKiosk({ stand, store, onOffDuty: onLeave });
  const { view, turn, entry, typed, direction, isMuted, isOver, waiting, counts, passed } = state;
  const { isOnline, listAsOf, clockOffset, overtaken } = state;
  const now = useCallback(() => kiosk.now(), [kiosk]);
  useAwake();
  useLeaveWarning(waiting.count > 0);
  useKeys({
    onCharacter(character, at) {
      arm();
      kiosk.onCharacter(character, at);
    },
    onKey(key, at) {
      arm();
      if (key === 'F2' && isOver === undefined) {
        onLeave();

        return true;
      }

      return kiosk.onKey(key, at);
    },
  });
  const labelOf = useCallback(
    (colour: string) => colours.find(({ name }) => name === colour)?.label ?? colour,
    [colours],
  );
  if (isOver !== undefined) {
    return <OverScreen why={isOver} waiting={waiting} />;
  }

  return (
    <div className="kiosk" onClick={arm}>
      <StatusBar
        stand={stand}
        direction={direction}
        isOnline={isOnline}
        isMuted={isMuted}
        listAsOf={listAsOf}
        clockOffset={clockOffset}
        waiting={waiting}
        now={now}
        onLeave={() => onLeave()}
      />
      <main className={`kioskMain ${lookOf(view)}`} aria-label="查验结果">
        {overtaken.length > 0 && <OvertakenStrip lines={overtaken} />}
        {view.kind === 'wait' && <WaitView direction={direction} />}
        {view.kind === 'checking' && <p className="kioskChecking">正在核验…</p>}
        {view.kind === 'person' && <Checked view={view} entry={entry} />}
        {view.kind === 'refused' && <RefusedView {...view.refusal} />}
        {typed !== '' && <TypedNumber typed={typed} />}
      </main>
      <SidePanel counts={counts} passed={passed} />
      <Legend view={view} isMuted={isMuted} />
      <div className="unseen" aria-live="assertive">
        <p key={turn}>{spoken(state, labelOf)}</p>
      </div>
    </div>
  );
}
