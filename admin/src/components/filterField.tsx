import type { ReactNode } from 'react';

/** A filter with its name above it. The control itself is named by `id`. */
export function FilterField({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="filterField">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
