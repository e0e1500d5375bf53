interface Aria {
  role?: string;
  label?: string;
  /** Announced when it changes. */
  isLive?: boolean;
  isDisabled?: boolean;
}

/** Props that make a View known to the screen reader: mini-programs and browsers spell them differently. */
export function aria({ role, label, isLive, isDisabled }: Aria): Record<string, string> {
  const names =
    process.env.TARO_ENV === 'h5'
      ? { role: 'role', label: 'aria-label' }
      : { role: 'ariaRole', label: 'ariaLabel' };
  const props: Record<string, string> = {};
  if (role) {
    props[names.role] = role;
  }
  if (label) {
    props[names.label] = label;
  }
  if (isLive && process.env.TARO_ENV === 'h5') {
    props['aria-live'] = 'polite';
  }
  if (isDisabled && process.env.TARO_ENV === 'h5') {
    props['aria-disabled'] = 'true';
  }

  return props;
}

/** Props that name a picture for the screen reader: browsers want it on the `<img>` inside. */
export function imageName(label: string): Record<string, unknown> {
  return process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: label } } : aria({ role: 'img', label });
}

/** On H5 a View that acts as a button must also be reached and pressed with the keyboard. */
export function keyboardPress(onPress: () => void): Record<string, unknown> {
  if (process.env.TARO_ENV !== 'h5') {
    return {};
  }

  return {
    tabIndex: 0,
    onKeyDown: (event: { key: string; preventDefault(): void }) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        onPress();
      }
    },
  };
}
