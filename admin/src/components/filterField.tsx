import type { ReactNode } from 'react';

interface Props {
  /** Of the control that the name belongs to. */
  id: string;
  label: string;
  /** What somebody should know before filling it in. */
  hint?: string | undefined;
  children: ReactNode;
}

/** A filter with its name above it. */
export function FilterField({ id, label, hint, children }: Props) {
  return (
    <div className="filterField">
      <label htmlFor={id}>
        {label}
        {hint && <span className="filterHint">（{hint}）</span>}
      </label>
      {children}
    </div>
  );
}
