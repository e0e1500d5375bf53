import {
  conformanceKey,
  conformanceResult,
  conformanceSlot,
  conformanceTasks,
  conformanceVerdicts,
} from '@anxing/contract/deviceApi';

import { AppError } from '../base/errors';
import { fillSlot, gradeRun, openRun } from '../commands/devices/conformance';
import { runTasks } from '../commands/devices/runTasks';
import type { Services } from '../context';
import type { ConformanceRun } from '../models/conformanceRun';
import { presentResult, presentTasks } from '../presenters/conformance';
import { presentServerKeys } from '../presenters/device';
import { signingKey } from '../web/access';
import type { Http } from '../web/http';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { checkOwnSignature } from './ownSignature';

/** The run, for the device whose key is in its slot. @throws not_found, run_over, signature_… */
async function signedRun(services: Services, http: Http, id: string): Promise<ConformanceRun> {
  const run = await openRun(services, id);
  if (run.publicKey === null) {
    throw new AppError('signature_refused');
  }
  await checkOwnSignature(http, run.publicKey);

  return run;
}

const slot = defineRoute({
  method: 'post',
  path: '/device/conformance/{id}/key',
  summary: 'A device that is tried puts its key into the slot of a conformance run; signed with that key',
  access: signingKey,
  personalData: 'none',
  limit: allowances.proving,
  params: byId,
  body: conformanceKey,
  answer: conformanceSlot,
  async handle({ services, origin, params, input, http }) {
    const run = await openRun(services, params.id);
    await checkOwnSignature(http, input.publicKey);

    const { id } = await fillSlot(services, origin.ip, run, input.publicKey);

    return { run: id, serverKeys: presentServerKeys(services) };
  },
});

const tasks = defineRoute({
  method: 'get',
  path: '/device/conformance/{id}',
  summary: 'What the software of a model has to tell: texts before a gate, answers that may be forged',
  access: signingKey,
  personalData: 'none',
  limit: allowances.proving,
  params: byId,
  answer: conformanceTasks,
  async handle({ services, params, http }) {
    const run = await signedRun(services, http, params.id);
    const given = { seed: run.seed, startedAt: Number(run.startedAt), keyId: run.publicKey ?? '' };

    return presentTasks(services, run, runTasks(services, given));
  },
});

const verdicts = defineRoute({
  method: 'post',
  path: '/device/conformance/{id}/verdicts',
  summary: 'The verdicts of a run; it is graded and over',
  access: signingKey,
  personalData: 'none',
  limit: allowances.proving,
  params: byId,
  body: conformanceVerdicts,
  answer: conformanceResult,
  async handle({ services, origin, params, input, http }) {
    const run = await signedRun(services, http, params.id);

    return presentResult(await gradeRun(services, origin.ip, run, input));
  },
});

export const conformanceRoutes: Route[] = [slot, tasks, verdicts];
