import type { ChangeEvent, CSSProperties, ReactNode } from 'react';

/** Stands in for @tarojs/components: plain elements, with what tests look at. */
interface Props {
  id?: string;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  role?: string;
  ariaRole?: string;
  ariaLabel?: string;
  'aria-label'?: string;
  onClick?: () => void;
}

interface InputProps extends Props {
  value?: string;
  placeholder?: string;
  maxlength?: number;
  onInput?: (event: { detail: { value: string } }) => void;
}

interface ButtonProps extends Props {
  openType?: string;
  onGetPhoneNumber?: (event: { detail: { code?: string } }) => void;
  onGetAuthorize?: () => void;
  onAgreePrivacyAuthorization?: () => void;
}

function plain({ id, className, style, role, ariaRole, onClick, ...rest }: Props) {
  return {
    id,
    className,
    style,
    onClick,
    role: role ?? ariaRole,
    'aria-label': rest.ariaLabel ?? rest['aria-label'],
  };
}

export function View(props: Props) {
  return <div {...plain(props)}>{props.children}</div>;
}

export function Text(props: Props) {
  return <span {...plain(props)}>{props.children}</span>;
}

export function Canvas(props: Props) {
  return <canvas {...plain(props)} />;
}

export function Input(props: InputProps) {
  const tell = (event: ChangeEvent<HTMLInputElement>) =>
    props.onInput?.({ detail: { value: event.target.value } });

  return (
    <input
      {...plain(props)}
      value={props.value}
      placeholder={props.placeholder}
      maxLength={props.maxlength}
      onChange={tell}
    />
  );
}

export function Textarea(props: InputProps) {
  const tell = (event: ChangeEvent<HTMLTextAreaElement>) =>
    props.onInput?.({ detail: { value: event.target.value } });

  return (
    <textarea
      {...plain(props)}
      value={props.value}
      placeholder={props.placeholder}
      maxLength={props.maxlength}
      onChange={tell}
    />
  );
}

export function Image({ src, onError, ...props }: Props & { src?: string; onError?: () => void }) {
  return <img {...plain(props)} src={src} alt="" onError={onError} />;
}

/** A tap on an open-type button gives what the platform would give. */
export function Button(props: ButtonProps) {
  const press = () => {
    props.onClick?.();
    props.onGetPhoneNumber?.({ detail: { code: 'phone-code' } });
    props.onGetAuthorize?.();
    props.onAgreePrivacyAuthorization?.();
  };

  return (
    <button {...plain(props)} type="button" onClick={press}>
      {props.children}
    </button>
  );
}
