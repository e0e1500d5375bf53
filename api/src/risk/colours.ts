import { z } from 'zod';

import { decisions } from '@anxing/contract/visits';

import { RiskConfigError, duplicates, parseOrRefuse } from './configError';
import { contrast } from './contrast';

/** WCAG 2.2 AA for text: people read these in the sun, at arm's length. */
const minContrast = 4.5;

const hex = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour like #237804');

const colourSchema = z.strictObject({
  /** Stands for the colour inside codes: one byte, never reused for another colour. */
  id: z.number().int().min(0).max(255),
  name: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/, 'must be a short word of latin letters'),
  label: z.string().min(1).max(10),
  /** What the colour says, beside its label. */
  word: z.string().min(1).max(20),
  /** Who has reasons for several colours gets the one with the highest severity. */
  severity: z.number().int(),
  background: hex,
  /** Text upon the background. */
  ink: hex,
  /** Tells the colours apart without seeing colour. */
  shape: z.enum(['circle', 'ring', 'triangle', 'square', 'diamond']),
  shapeLabel: z.string().min(1).max(10),
  /** What a door does where the point has no policy of its own. */
  decision: z.enum(decisions),
});

const coloursSchema = z.strictObject({
  /** The colour of a person without any reason. */
  clear: z.string(),
  /** The colour that stands in for `clear` while required data is missing. */
  unknown: z.string(),
  colours: z.array(colourSchema).min(2),
});

export type Colour = z.infer<typeof colourSchema>;
export type Colours = z.infer<typeof coloursSchema>;

/** Takes the parsed `config/colours.json`. @throws RiskConfigError naming every wrong place */
export function parseColours(json: unknown): Colours {
  const parsed = parseOrRefuse('list of colours', coloursSchema, json);
  const problems = [
    ...duplicates(parsed.colours, (colour) => colour.id, 'colours[*].id'),
    ...duplicates(parsed.colours, (colour) => colour.name, 'colours[*].name'),
    ...duplicates(parsed.colours, (colour) => colour.severity, 'colours[*].severity'),
    ...duplicates(parsed.colours, (colour) => colour.shape, 'colours[*].shape'),
    ...parsed.colours.flatMap(contrastProblems),
    ...roleProblems(parsed),
  ];

  if (problems.length > 0) {
    throw new RiskConfigError('list of colours', problems);
  }

  return parsed;
}

/** @throws RangeError for a name that is not in the list: a parsed rule cannot hold one */
export function colourNamed(colours: Colours, name: string): Colour {
  const found = colours.colours.find((colour) => colour.name === name);

  if (!found) {
    throw new RangeError(`No colour is called '${name}'`);
  }

  return found;
}

/** The colour of an id read from a code, or undefined when no colour has it. */
export function colourOfId(colours: Colours, id: number): Colour | undefined {
  return colours.colours.find((colour) => colour.id === id);
}

function contrastProblems(colour: Colour, index: number): string[] {
  const problems: string[] = [];

  if (contrast(colour.background, '#ffffff') < minContrast) {
    problems.push(`colours[${index}].background: ${colour.background} is too pale on white`);
  }

  if (contrast(colour.background, colour.ink) < minContrast) {
    problems.push(`colours[${index}].ink: ${colour.ink} is hard to read on ${colour.background}`);
  }

  return problems;
}

function roleProblems({ clear, unknown, colours }: Colours): string[] {
  const names = new Set(colours.map((colour) => colour.name));
  const problems: string[] = [];

  if (!names.has(clear)) {
    problems.push(`clear: no colour is called '${clear}'`);
  }

  if (!names.has(unknown)) {
    problems.push(`unknown: no colour is called '${unknown}'`);
  }

  if (clear === unknown) {
    problems.push('unknown: must differ from clear, or missing data would pass for good news');
  }

  return [...problems, ...severityProblems(clear, colours)];
}

/** Were another colour milder than `clear`, a reason could make a person look better than none. */
function severityProblems(clear: string, colours: readonly Colour[]): string[] {
  const mildest = Math.min(...colours.map((colour) => colour.severity));
  const clearColour = colours.find((colour) => colour.name === clear);

  return clearColour && clearColour.severity > mildest ? ['clear: must have the lowest severity'] : [];
}
