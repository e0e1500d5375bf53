import type { ReactElement } from 'react';

const shapes: Record<string, ReactElement> = {
  circle: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  triangle: <path d="M8 1.5l7 13H1z" fill="currentColor" />,
  square: <path d="M2 2h12v12H2z" fill="currentColor" />,
  diamond: <path d="M8 1l7 7-7 7-7-7z" fill="currentColor" />,
  ring: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
};

/** The shape that goes with a colour, for those who do not tell the colours apart. */
export function ColourShape({ shape }: { shape: string }) {
  return (
    <svg className="colourShape" viewBox="0 0 16 16" aria-hidden>
      {shapes[shape] ?? shapes.ring}
    </svg>
  );
}
