import type { FontWeight } from './fonts';

/** A poster as a list of things to draw, in millimetres from the top left corner, y downwards. */
export type Mark = RectMark | TextMark | CircleMark | StrokeMark | QrMark;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface RectMark extends Box {
  kind: 'rect';
  fill: string;
  radius?: number;
  stroke?: string;
  strokeWidth?: number;
}

export interface CircleMark {
  kind: 'circle';
  x: number;
  y: number;
  radius: number;
  fill: string;
}

/** An open line in SVG path syntax (absolute M and L), with round ends unless it is dashed. */
export interface StrokeMark {
  kind: 'stroke';
  path: string;
  stroke: string;
  strokeWidth: number;
  /** mm of dashes and of the gaps between them. */
  dash?: number;
}

export type Align = 'start' | 'middle' | 'end';

/** One line of text. */
export interface TextMark {
  kind: 'text';
  text: string;
  /** The point that `align` speaks of. */
  x: number;
  /** Baseline. */
  y: number;
  size: number;
  weight: FontWeight;
  fill: string;
  align: Align;
  /** mm added behind every character. */
  tracking: number;
  /** Where the text has to stay within; not drawn. */
  box: Box;
}

/** A QR code with its quiet zone. */
export interface QrMark {
  kind: 'qr';
  text: string;
  x: number;
  y: number;
  side: number;
}

/** Marks in a box of their own, and how that box lies on the paper: as in SVG, x' = ax + cy + e, y' = bx + dy + f. */
export interface Part {
  matrix: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
  marks: readonly Mark[];
}
