import { Input, View } from '@tarojs/components';

import { isFever } from '@anxing/contract/entry';

import { Press } from '../../components/Press';
import { aria } from '../../platform/aria';
import { texts } from './texts';

interface Props {
  /** As it stands in the box; empty: nobody measured. */
  value: string;
  /** °C from which it is fever. */
  feverFrom: number;
  error?: string;
  onChange: (value: string) => void;
}

/** °C that one step is made from when nothing was measured yet. */
const usual = 36.5;
export const coldest = 34;
export const hottest = 43;

/** °C with one decimal; undefined when it is none. */
export function readTemperature(text: string): number | undefined {
  const value = Math.round(Number(text.normalize('NFKC').replace('。', '.')) * 10) / 10;

  return text.trim() !== '' && value >= coldest && value <= hottest ? value : undefined;
}

function stepped(value: string, tenths: number): string {
  const before = readTemperature(value);
  const next = before === undefined ? usual : before + tenths / 10;

  return Math.min(hottest, Math.max(coldest, next)).toFixed(1);
}

/** A temperature by two big buttons, or typed. */
export function Stepper({ value, feverFrom, error, onChange }: Props) {
  const celsius = readTemperature(value);
  const hasFever = isFever({ temperature: celsius }, feverFrom);
  const note = hasFever ? texts.feedback.fever(feverFrom) : texts.feedback.normal;

  return (
    <View className="field">
      <View className="field__label">{texts.feedback.temperature}</View>
      <View className={`stepper ${hasFever ? 'stepper--fever' : ''}`}>
        <Press
          className="stepper__button lower"
          kind="secondary"
          label={texts.feedback.lower}
          onPress={() => onChange(stepped(value, -1))}
        >
          −
        </Press>
        <View className="stepper__box">
          <Input
            className="stepper__input temperature-input"
            value={value}
            type="digit"
            maxlength={5}
            placeholder={texts.feedback.temperaturePlaceholder}
            placeholderClass="field__placeholder"
            onInput={(event) => onChange(event.detail.value)}
            {...aria({ label: texts.feedback.temperature })}
          />
          <View className="stepper__unit">{texts.feedback.unit}</View>
        </View>
        <Press
          className="stepper__button higher"
          kind="secondary"
          label={texts.feedback.higher}
          onPress={() => onChange(stepped(value, 1))}
        >
          ＋
        </Press>
      </View>
      {celsius !== undefined && (
        <View
          className={`stepper__note ${hasFever ? 'stepper__note--fever' : ''}`}
          {...aria({ role: 'status' })}
        >
          {note}
        </View>
      )}
      {error && (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  );
}
