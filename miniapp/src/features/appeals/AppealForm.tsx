import { useRouter } from '@tarojs/taro';

import type { OwnReasons } from '@anxing/contract/reasons';

import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Press } from '../../components/Press';
import { openPage, replacePage } from '../../lib/navigation';
import { useRecord } from '../../lib/useRecord';
import { createAppeal } from './api';
import { ReasonChoice } from './ReasonChoice';
import { Statement } from './Statement';
import { texts } from './texts';
import './appeals.scss';

function ToList() {
  return (
    <Press className="to-list" kind="secondary" onPress={() => void openPage('appeals')}>
      {texts.toList}
    </Press>
  );
}

interface Props {
  own: OwnReasons;
  /** The rule that the person came with. */
  rule: string | undefined;
  onOutdated: () => void;
}

function Form({ own, rule, onOutdated }: Props) {
  const open = own.reasons.filter(({ appealId }) => !appealId).map((reason) => reason.rule);
  const isContestable = (each: string) => open.includes(each);
  const first = rule ?? (open.length === 1 ? open[0] : undefined);

  return (
    <Statement
      about="new"
      rules={first ? [first] : []}
      title={texts.text}
      placeholder={texts.textPlaceholder}
      submit={texts.submit}
      faultOf={({ rules }) => (rules.some(isContestable) ? undefined : texts.noReason)}
      renderAbove={({ rules }, change) => (
        <ReasonChoice reasons={own.reasons} chosen={rules} onChange={(chosen) => change({ rules: chosen })} />
      )}
      renderWayOut={({ code }) => (code === 'appeal_open' || code === 'appeal_too_many' ? <ToList /> : null)}
      send={async ({ rules, text }, pictures) => {
        try {
          return await createAppeal({ rules: rules.filter(isContestable), text: text.trim(), pictures });
        } catch (cause) {
          onOutdated();
          throw cause;
        }
      }}
      onSent={({ id }) => void replacePage('appeal', { id })}
    />
  );
}

/** Objects to reasons of the own colour. */
export function AppealForm() {
  const { rule } = useRouter().params;
  const record = useRecord<OwnReasons>('me/reasons');

  return (
    <Loaded record={record}>
      {(own) => {
        const isAllInProcess = own.reasons.length > 0 && own.reasons.every(({ appealId }) => appealId);
        if (own.reasons.length === 0 || isAllInProcess) {
          return (
            <Notice title={isAllInProcess ? texts.nothingOpen : texts.nothing}>
              <ToList />
            </Notice>
          );
        }

        return <Form own={own} rule={rule} onOutdated={() => void record.reload()} />;
      }}
    </Loaded>
  );
}
