import { Textarea, View } from '@tarojs/components';

import { aria } from '../platform/aria';
import './field.scss';
import './textBox.scss';

interface Props {
  className: string;
  label: string;
  value: string;
  placeholder: string;
  maxLength: number;
  /** What is wrong with it, shown beneath. */
  error?: string;
  onChange: (value: string) => void;
}

/** Several lines of text, with how many characters there are and may be. */
export function TextBox({ className, label, value, placeholder, maxLength, error, onChange }: Props) {
  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <View className="field__label text-box__label">
        <View>{label}</View>
        <View className="text-box__count">
          {value.length} / {maxLength}
        </View>
      </View>
      <View className="field__line text-box">
        <Textarea
          className={`text-box__input ${className}`}
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass="field__placeholder"
          disableDefaultPadding
          showCount={false}
          onInput={(event) => onChange(event.detail.value)}
          {...aria({ label })}
        />
      </View>
      {error && (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  );
}
