import type { ScanWant } from '@anxing/contract/scans';
import { memo, type ReactNode } from 'react';

import { useConfig } from '../../../lib/config';
import { choicesFor, type Choices, type Entry } from '../run/entry';
import type { PersonVerdict } from '../types';
import { Key } from './key';

interface FieldProps {
  name: string;
  label: string;
  value: string | undefined;
  isWanted?: boolean;
  isOpen?: boolean;
}

function Field({ name, label, value, isWanted = false, isOpen = false }: FieldProps) {
  const state = isOpen ? 'open' : isWanted && value === undefined ? 'wanted' : '';

  return (
    <li className={`kioskField ${state}`}>
      <Key name={name} />
      <span>{label}</span>
      <strong>{value ?? (isWanted ? '必填' : '未填')}</strong>
    </li>
  );
}

function List({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <div className="kioskChoices">
      <span>{title}</span>
      <ol>
        {names.map((name, index) => (
          <li key={name}>
            <Key name={String(index + 1)} /> {name}
          </li>
        ))}
      </ol>
    </div>
  );
}

const decisionWords = { allow: '改为放行', stop: '改为禁止通行' };

function OpenPanel({ entry: { panel }, choices }: { entry: Entry; choices: Choices }): ReactNode {
  if (panel === 'temperature') {
    return <p className="kioskChoices">请输入体温，例如 365 即 36.5 ℃，按回车提交</p>;
  }
  if (panel === 'reason') {
    return <List title="通行原因" names={choices.passReasons.map(({ name }) => name)} />;
  }

  return panel === 'override' ? (
    <List
      title="改判理由"
      names={choices.overrideReasons.map(({ name, decision }) => `${decisionWords[decision]}：${name}`)}
    />
  ) : null;
}

function maskText(mask: boolean | undefined): string | undefined {
  return mask === undefined ? undefined : mask ? '已佩戴' : '未佩戴';
}

const stateTexts: Record<Entry['state'], string> = {
  open: '提交反馈',
  sending: '正在提交…',
  sent: '反馈已提交',
};

interface Props {
  person: PersonVerdict;
  entry: Entry;
}

/** What was seen of the person, filled in by single keys. */
export const EntryPanel = memo(function EntryPanel({ person, entry }: Props) {
  const config = useConfig();
  const choices = choicesFor(person, entry, config);
  const { panel, temperature, mask, reason, override, fault, state } = entry;
  const isWanted = (want: ScanWant) => person.wants.includes(want);
  const reasonName = config.passReasons.find(({ id }) => id === reason)?.name;
  const overrideName = override && `${decisionWords[override.decision]}：${override.name}`;

  return (
    <section className="kioskEntry" aria-label="查验反馈">
      <ul className="kioskFields">
        <Field
          name="T"
          label="体温"
          value={temperature ? `${temperature} ℃` : undefined}
          isWanted={isWanted('temperature')}
          isOpen={panel === 'temperature'}
        />
        <Field name="M" label="口罩" value={maskText(mask)} isWanted={isWanted('mask')} />
        <Field name="R" label="原因" value={reasonName} isOpen={panel === 'reason'} />
        <Field name="O" label="改判" value={overrideName} isOpen={panel === 'override'} />
        <li className={`kioskField submit ${state === 'sent' ? 'sent' : ''}`}>
          <Key name="回车" />
          <strong>{stateTexts[state]}</strong>
        </li>
      </ul>
      <OpenPanel entry={entry} choices={choices} />
      {fault && (
        <p className="kioskFault" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
});
