import type { ReactNode } from 'react';

/** One number with its name. */
export function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="figure">
      <span className="figureLabel">{label}</span>
      <span className="figureValue">{children}</span>
    </div>
  );
}
