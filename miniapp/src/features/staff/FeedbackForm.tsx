import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';

import { isFever } from '@anxing/contract/entry';
import type { FeedbackRequest, ScanWant } from '@anxing/contract/scans';
import type { PublicConfig } from '@anxing/contract/publicConfig';

import { Press } from '../../components/Press';
import { asApiError, sentenceOf, type ApiError } from '../../lib/apiError';
import { useConfig } from '../../lib/config';
import { aria } from '../../platform/aria';
import type { Checked } from './checking';
import { Chips } from './Chips';
import { giveFeedback } from './giveFeedback';
import { OverrideFields, type OverrideDraft } from './OverrideFields';
import { readTemperature, Stepper } from './Stepper';
import { texts } from './texts';

interface Draft {
  reason: string | undefined;
  temperature: string;
  mask: boolean | undefined;
  override: OverrideDraft | undefined;
}

type Faults = Partial<Record<keyof Draft, string>>;

const empty: Draft = { reason: undefined, temperature: '', mask: undefined, override: undefined };

const masks = [
  { value: true, name: texts.feedback.maskOn },
  { value: false, name: texts.feedback.maskOff },
];

function temperatureFault({ temperature }: Draft, wanted: readonly ScanWant[]): string | undefined {
  if (temperature.trim() === '') {
    return wanted.includes('temperature') ? texts.feedback.temperatureMissing : undefined;
  }

  return readTemperature(temperature) === undefined ? texts.feedback.temperatureWrong : undefined;
}

function faultsOf(draft: Draft, wanted: readonly ScanWant[]): Faults {
  const { reason, mask, override } = draft;
  const isMaskMissing = wanted.includes('mask') && mask === undefined;

  return {
    reason: reason === undefined ? texts.feedback.reasonMissing : undefined,
    temperature: temperatureFault(draft, wanted),
    mask: isMaskMissing ? texts.feedback.maskMissing : undefined,
    override: override && !override.reason ? texts.feedback.overrideReasonMissing : undefined,
  };
}

function requestOf({ reason = '', temperature, mask, override }: Draft): FeedbackRequest {
  const note = override?.note.trim();

  return {
    reason,
    temperature: readTemperature(temperature),
    mask,
    override: override?.reason
      ? { decision: override.decision, reason: override.reason, ...(note ? { note } : {}) }
      : undefined,
  };
}

interface Props {
  checked: Checked;
  /** What is still asked for: without it nothing is sent. Empty: everything is shown. */
  wanted: readonly ScanWant[];
  /** On its own page a decision may be changed, too. */
  isWhole?: boolean;
  /** Where the button goes; at the form's end when left out. */
  placeSubmit?: (submit: ReactNode) => ReactNode;
  /** Not called when somebody else stands at the door by then. */
  onDone: () => void;
}

/** 反馈结果: why the person came, temperature, mask, and where need be another decision. */
export function FeedbackForm({ checked, wanted, isWhole = false, placeSubmit, onDone }: Props) {
  const config = useConfig();
  const [draft, setDraft] = useState<Draft>(empty);
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const change = (parts: Partial<Draft>) => setDraft((before) => ({ ...before, ...parts }));
  const found = faultsOf(draft, wanted);
  const faults = isTried ? found : {};
  const shows = (want: ScanWant) => isWhole || wanted.includes(want);

  const submit = async () => {
    setTried(true);
    setError(undefined);
    if (isBusy || Object.values(found).some(Boolean)) {
      return;
    }
    setBusy(true);
    try {
      if (await giveFeedback(checked, requestOf(draft))) {
        onDone();
      }
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  if (!config) {
    return null;
  }
  const reasons = config.passReasons.map(({ id, name }) => ({ value: id, name }));

  const button = (
    <Press className="submit-feedback" isDisabled={isBusy} onPress={() => void submit()}>
      {isBusy ? texts.feedback.busy : texts.feedback.submit}
    </Press>
  );

  return (
    <View className="feedback-form">
      {shows('temperature') && (
        <Stepper
          value={draft.temperature}
          feverFrom={config.feverFrom}
          error={faults.temperature}
          onChange={(temperature) => change({ temperature })}
        />
      )}
      {shows('mask') && (
        <Chips
          name="mask"
          label={texts.feedback.mask}
          chips={masks}
          chosen={draft.mask}
          error={faults.mask}
          onChoose={(mask) => change({ mask })}
        />
      )}
      <Chips
        name="reason"
        label={texts.feedback.reason}
        chips={reasons}
        chosen={draft.reason}
        error={faults.reason}
        onChoose={(reason) => change({ reason })}
      />
      {isWhole && (
        <OverridePart
          config={config}
          checked={checked}
          draft={draft}
          fault={faults.override}
          onChange={change}
        />
      )}
      {error && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {sentenceOf(error)}
        </View>
      )}
      {placeSubmit ? placeSubmit(button) : button}
    </View>
  );
}

interface OverridePartProps {
  config: PublicConfig;
  checked: Checked;
  draft: Draft;
  fault: string | undefined;
  onChange: (parts: Partial<Draft>) => void;
}

function OverridePart({ config, checked, draft, fault, onChange }: OverridePartProps) {
  return (
    <OverrideFields
      reasons={config.overrideReasons}
      decision={checked.decision}
      isTold={checked.isTold}
      isLate={checked.late !== null}
      hasFever={isFever({ temperature: readTemperature(draft.temperature) }, config.feverFrom)}
      draft={draft.override}
      error={fault}
      onChange={(override) => onChange({ override })}
    />
  );
}
