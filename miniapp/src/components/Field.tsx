import { Input, View } from '@tarojs/components';
import type { InputProps } from '@tarojs/components';
import type { ReactNode } from 'react';

import { aria } from '../platform/aria';
import './field.scss';

interface Props {
  className: string;
  label: string;
  value: string;
  placeholder: string;
  type?: InputProps['type'];
  maxLength: number;
  /** A password: dots instead of characters. */
  isSecret?: boolean;
  /** What is wrong with it, shown beneath. */
  error?: string;
  /** Beside the input, for example the button that sends a code. */
  children?: ReactNode;
  onChange: (value: string) => void;
}

/** One labelled line of a form. */
export function Field(props: Props) {
  const { className, label, value, placeholder, type = 'text', maxLength, isSecret = false } = props;
  const { error, children, onChange } = props;

  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <View className="field__label">{label}</View>
      <View className="field__line">
        <Input
          className={`field__input ${className}`}
          value={value}
          type={type}
          maxlength={maxLength}
          password={isSecret}
          placeholder={placeholder}
          placeholderClass="field__placeholder"
          onInput={(event) => onChange(event.detail.value)}
          {...aria({ label })}
        />
        {children}
      </View>
      {error && (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  );
}
