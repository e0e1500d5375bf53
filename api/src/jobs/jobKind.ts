import type { Abilities } from '@anxing/contract/units';
import type { z } from 'zod';

import type { Services } from '../context';

/** A job that a process is working on. */
export interface RunningJob<I> {
  id: string;
  unitId: string;
  staffId: string;
  /** ms: when it was asked for. */
  createdAt: number;
  input: I;
  /** Where the result goes; the file exists already, readable by its owner only. */
  file: string;
  /** Ends the work: somebody cancelled it, the process is to end, or another one has taken it over. */
  signal: AbortSignal;
  /** Tells how far the work is; written once a second at most. @throws when the work is to end */
  progress(done: number, total?: number | null): void;
}

/** What a finished job leaves to be fetched: a name for people and the media type. */
export interface JobFile {
  name: string;
  mediaType: string;
}

/**
 * One kind of long work. `perform` starts anew when the process before died, so it must bear being run twice; a
 * job without a file answers undefined.
 */
export interface JobKind<I = unknown> {
  name: string;
  /** Needed to start it, and to fetch what it made. */
  ability: keyof Abilities;
  input: z.ZodType<I>;
  perform(services: Services, job: RunningJob<I>): Promise<JobFile | undefined>;
}

/** Declares a kind whose input is checked where it is used. */
export function defineJobKind<I>(kind: JobKind<I>): JobKind<I> {
  return kind;
}

/** Kinds of any input: what a runner works on. */
export type AnyJobKind = Pick<JobKind, 'name' | 'ability' | 'input'> & {
  perform(services: Services, job: RunningJob<never>): Promise<JobFile | undefined>;
};
