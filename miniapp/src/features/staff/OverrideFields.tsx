import { View } from '@tarojs/components';

import { limits } from '@anxing/contract/limits';
import type { PublicConfig } from '@anxing/contract/publicConfig';
import type { Decision } from '@anxing/contract/visits';

import { CheckLine } from '../../components/CheckLine';
import { TextBox } from '../../components/TextBox';
import { texts as shared } from '../../lib/texts';
import { Chips } from './Chips';
import { texts } from './texts';

export interface OverrideDraft {
  decision: 'allow' | 'stop';
  reason: string | undefined;
  note: string;
}

interface Props {
  reasons: PublicConfig['overrideReasons'];
  /** What was decided. */
  decision: Decision;
  /** Feedback was given before. */
  isTold: boolean;
  /** Decided without network: then nothing else can be told. */
  isLate: boolean;
  hasFever: boolean;
  draft: OverrideDraft | undefined;
  error: string | undefined;
  onChange: (draft: OverrideDraft | undefined) => void;
}

/** What else the guard may decide. What stands there after feedback may be his own decision, which he may keep. */
function offeredFor(decision: Decision, isTold: boolean): ('allow' | 'stop')[] {
  return (['allow', 'stop'] as const).filter((each) => isTold || each !== decision);
}

/** Another decision than that of colour and policy, with one of the closed reasons. */
export function OverrideFields({
  reasons,
  decision,
  isTold,
  isLate,
  hasFever,
  draft,
  error,
  onChange,
}: Props) {
  if (isLate) {
    return <View className="footnote">{texts.feedback.overrideOffline}</View>;
  }
  const offered = offeredFor(decision, isTold);
  const [first = 'stop'] = offered;
  const fitting = reasons.filter((each) => each.decision === draft?.decision && (each.fever || !hasFever));

  return (
    <View className="override">
      <CheckLine
        className="override-switch"
        isChecked={draft !== undefined}
        label={texts.feedback.override}
        checkedLabel={shared.checked}
        onToggle={() => onChange(draft ? undefined : { decision: first, reason: undefined, note: '' })}
      />
      <View className="override__hint">{texts.feedback.overrideHint}</View>
      {draft && (
        <>
          <Chips
            name="override"
            label={texts.feedback.override}
            chips={offered.map((value) => ({ value, name: texts.feedback.overrideTo[value] }))}
            chosen={draft.decision}
            onChoose={(chosen) => onChange({ ...draft, decision: chosen, reason: undefined })}
          />
          <Chips
            name="override-reason"
            label={texts.feedback.overrideReason}
            chips={fitting.map(({ id, name }) => ({ value: id, name }))}
            chosen={draft.reason}
            error={error}
            onChoose={(reason) => onChange({ ...draft, reason })}
          />
          <TextBox
            className="override-note"
            label={texts.feedback.note}
            placeholder={texts.feedback.notePlaceholder}
            value={draft.note}
            maxLength={limits.scanNoteLength}
            onChange={(note) => onChange({ ...draft, note: note.replace(/\s+/g, ' ') })}
          />
        </>
      )}
    </View>
  );
}
