import { createHash } from 'node:crypto';

import { answerTasks, type AnswerTask } from '../../codes/conformance/answerTasks';
import { shuffled, type Named } from '../../codes/conformance/order';
import { runKeysOf, type RunKeys } from '../../codes/conformance/runKeys';
import { scanTasks, type RunColours, type ScanTask } from '../../codes/conformance/scanTasks';
import type { Services } from '../../context';
import { colourNamed } from '../../risk/colours';
import type { RevokedPass } from '@anxing/contract/offline/revocations';

interface Run {
  seed: string;
  /** ms */
  startedAt: number;
  /** The key in the run's slot, by which its requests and answers are named. */
  keyId: string;
}

export interface RunTasks {
  keys: RunKeys;
  colours: RunColours;
  revoked: RevokedPass[];
  scans: Named<ScanTask>[];
  answers: Named<AnswerTask>[];
}

function coloursOf({ colours }: Services): RunColours {
  const stays = colours.colours.find(({ decision }) => decision === 'stop');

  return { opens: colourNamed(colours, colours.clear).id, stays: stays?.id ?? 255 };
}

function nonceOf(seed: string, name: string): string {
  return createHash('sha256').update(`${name} ${seed}`).digest('base64url').slice(0, 22);
}

/** The tasks of a run, grown from its seed: asked again, they have the same names and the same right answers. */
export function runTasks(services: Services, { seed, startedAt, keyId }: Run): RunTasks {
  const server = services.serverKeys.current;
  const keys = runKeysOf(seed, server.id);
  const colours = coloursOf(services);
  const { tasks, revoked } = scanTasks({ keys, colours, at: startedAt });
  const request = { keyId, nonce: nonceOf(seed, 'nonce'), otherNonce: nonceOf(seed, 'other') };
  const answers = answerTasks({ server, other: keys.otherServer }, request);

  return {
    keys,
    colours,
    revoked,
    scans: shuffled(seed, 'scan', tasks),
    answers: shuffled(seed, 'answer', answers),
  };
}
