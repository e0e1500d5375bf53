import { timedJobs } from '../../../../api/src/commands/timedJobs';
import { Person } from '../../../../api/src/models/person';
import { ownCode } from '../overrides';
import type { World } from './world';

/** Everything that follows by itself. */
export async function whatFollows({ api, jobs, recomputer }: World): Promise<void> {
  await jobs.turn();
  await jobs.settled();
  await recomputer.turn();
  for (const job of timedJobs) {
    await job.perform(api.services);
  }
  await recomputer.turn();
}

/** The colour that is stored, and the one that is shown, of each of them. */
export async function coloursOf({ api, targets }: World): Promise<Record<string, string>> {
  const entries = Object.entries(targets).map(async ([name, target]) => {
    const stored = await Person.findByPk(target.person.id, { rejectOnEmpty: true });
    const { colour } = await ownCode(api, target);

    return [name, `${stored.colour} ${colour}`] as const;
  });

  return Object.fromEntries(await Promise.all(entries));
}

export const asTheyWere = { ill: 'orange orange', arrived: 'orange orange', well: 'green green' };
