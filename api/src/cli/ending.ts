import { once } from 'node:events';

import type { Services } from '../context';

/** Another one has this process's place among the writers. */
const replaced = 76;

/** Somebody at the terminal, or who supervises, wants it to end; who insists is obeyed by the system at once. */
export async function untilAskedToStop(): Promise<number> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

  return 0;
}

/** @returns the exit code when somebody else has taken its place */
export async function untilReplaced({ lease }: Services): Promise<number> {
  await once(lease.events, 'lost');
  console.error(
    '本进程停顿过久，已有其他进程接替，现在退出并应由守护程序重新启动\n' +
      'This process was held up for so long that its place was given away: it ends, to be started again',
  );

  return replaced;
}
