import { z } from 'zod';

import { errorTexts, type ErrorCode } from './errors';
import { paging } from './fields';

/** Work that takes longer than an answer should: it runs in the background, and its file waits to be fetched. */
export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

export const jobStateNames: Record<JobState, string> = {
  waiting: '等待处理',
  running: '处理中',
  done: '已完成',
  failed: '未完成',
  cancelled: '已取消',
};

const errorCodes = Object.keys(errorTexts) as [ErrorCode, ...ErrorCode[]];

export const job = z.object({
  id: z.string(),
  /** What kind of work: see the routes that start it. */
  kind: z.string(),
  /** What it is, in words for people. */
  title: z.string(),
  state: z.enum(jobStates),
  /** Steps done, of `total` where that is known already. */
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** What there is to fetch, once it is done. */
  file: z.object({ name: z.string(), bytes: z.number().int() }).nullable(),
  /** Why it failed. */
  error: z.enum(errorCodes).nullable(),
  createdAt: z.number(),
  finishedAt: z.number().nullable(),
  /** When the job and its file are forgotten. */
  expiresAt: z.number(),
});
export type Job = z.infer<typeof job>;

export const jobQuery = z.strictObject({ kind: z.string().max(40).optional(), ...paging });
export type JobQuery = z.input<typeof jobQuery>;

/** Whether nothing more happens to it by itself. */
export function hasEnded({ state }: { state: JobState }): boolean {
  return state !== 'waiting' && state !== 'running';
}
