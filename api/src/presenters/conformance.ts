import type { ConformanceResult, ConformanceTasks } from '@anxing/contract/deviceApi';
import type { TaskReport } from '@anxing/contract/devices';

import { publicKeyText } from '../codes/ed25519Text';
import type { AnswerTask } from '../codes/conformance/answerTasks';
import type { Named } from '../codes/conformance/order';
import type { RunColours, ScanTask } from '../codes/conformance/scanTasks';
import type { RunKeys } from '../codes/conformance/runKeys';
import type { Services } from '../context';
import type { ConformanceRun } from '../models/conformanceRun';
import { presentServerKeys } from './device';

interface Tasks {
  keys: RunKeys;
  colours: RunColours;
  revoked: ConformanceTasks['held']['revocations']['passes'];
  scans: Named<ScanTask>[];
  answers: Named<AnswerTask>[];
}

function heldOf(run: ConformanceRun, { keys, colours, revoked }: Tasks): ConformanceTasks['held'] {
  const names: (string | null)[] = Array(Math.max(colours.opens, colours.stays) + 1).fill(null);
  names[colours.opens] = 'green';
  names[colours.stays] = 'orange';

  return {
    keys: keys.known.map(({ id, publicKey }) => ({ id, publicKey: publicKeyText(publicKey) })),
    colours: names,
    opens: [colours.opens],
    revocations: { asOf: Number(run.startedAt), passes: revoked, cards: [], complete: true },
  };
}

/** The tasks, without what is right. */
export function presentTasks(services: Services, run: ConformanceRun, tasks: Tasks): ConformanceTasks {
  return {
    run: run.id,
    serverKeys: presentServerKeys(services),
    held: heldOf(run, tasks),
    scans: tasks.scans.map(({ id, task: { text, at, takesPasses, testHours } }) => ({
      id,
      text,
      at,
      takesPasses,
      testHours,
    })),
    answers: tasks.answers.map(({ id, task: { answer, serverKey, signature } }) => ({
      id,
      deviceId: answer.keyId,
      nonce: answer.nonce,
      status: answer.status,
      body: answer.body,
      serverKey,
      signature,
    })),
  };
}

export function presentResult(run: ConformanceRun): ConformanceResult {
  return {
    state: run.state,
    tasks: Number(run.tasks),
    right: Number(run.rightCount ?? 0),
    wrong: run.report ? (JSON.parse(run.report) as TaskReport[]) : [],
  };
}
