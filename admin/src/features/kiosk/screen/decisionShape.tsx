import type { ReactElement } from 'react';

export type Mark = 'allow' | 'ask' | 'stop' | 'refused';

/** A sign of its own for each: by its outline alone they are told apart. */
const shapes: Record<Mark, ReactElement> = {
  allow: (
    <>
      <circle cx="50" cy="50" r="44" fill="none" stroke="currentColor" strokeWidth="9" />
      <path d="M28 52l15 16 30-34" fill="none" stroke="currentColor" strokeWidth="11" />
    </>
  ),
  ask: (
    <>
      <path d="M50 9l44 80H6z" fill="none" stroke="currentColor" strokeWidth="9" strokeLinejoin="round" />
      <path
        d="M39 49c1-8 22-9 22 3 0 8-11 8-11 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="8"
        strokeLinecap="round"
      />
      <circle cx="50" cy="79" r="5" fill="currentColor" />
    </>
  ),
  stop: (
    <>
      <path d="M32 6h36l26 26v36L68 94H32L6 68V32z" fill="currentColor" />
      <path d="M24 43h52v14H24z" fill="var(--verdict)" />
    </>
  ),
  refused: (
    <>
      <path d="M50 5l45 45-45 45L5 50z" fill="none" stroke="currentColor" strokeWidth="8" />
      <path d="M36 36l28 28M64 36L36 64" stroke="currentColor" strokeWidth="9" />
    </>
  ),
};

export function DecisionShape({ mark }: { mark: Mark }) {
  return (
    <svg className="kioskShape" viewBox="0 0 100 100" aria-hidden>
      {shapes[mark]}
    </svg>
  );
}
