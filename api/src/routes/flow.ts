import { flow } from '@anxing/contract/flow';

import { flowToday, type PointFlow } from '../flow/flowToday';
import type { FlowRow } from '../flow/liveRows';
import { openWarnings } from '../flow/openWarnings';
import { isInSight } from '../policies/pointSight';
import { presentFlow, presentOpenWarning } from '../presenters/flow';
import { staffWho } from '../web/access';
import { FlowStream } from '../web/flowStream';
import { sightOf } from '../web/pointSight';
import { allowances, defineRoute, type Route } from '../web/route';

const access = staffWho('readFlow');

const show = defineRoute({
  method: 'get',
  path: '/unit/flow',
  summary: 'Today in and out and who is inside now, per open point; warnings that stand',
  access,
  personalData: 'none',
  limit: allowances.reading,
  answer: flow,
  async handle({ services, caller, now }) {
    const { database, config } = services;
    const [tree, sight, warnings] = await Promise.all([
      services.flow.trees.get(caller.unit.id),
      sightOf(services, caller),
      openWarnings(caller.unit.id),
    ]);
    const seen = tree?.open.filter((id) => isInSight(sight, id)) ?? [];
    const flows = tree
      ? await flowToday(database, tree, seen, config.brand.zone, now)
      : new Map<string, PointFlow>();
    const rows = seen.flatMap((id): FlowRow[] => {
      const [point, counts] = [tree?.points.get(id), flows.get(id)];

      return point && counts ? [{ point, flow: counts }] : [];
    });

    return {
      items: rows.map(presentFlow),
      warnings: warnings.filter(({ pointId }) => isInSight(sight, pointId)).map(presentOpenWarning),
      at: now,
    };
  },
});

const stream = defineRoute({
  method: 'get',
  path: '/unit/flow/stream',
  summary:
    'The same as it changes: server-sent events `snapshot`, `change`, `beat` and `end`, each with JSON as its data',
  access,
  personalData: 'none',
  limit: allowances.reading,
  status: 200,
  async handle({ services, caller, http }) {
    const opened = new FlowStream(services, caller);
    await opened.open(caller);
    opened.events.answer(http);
  },
});

export const flowRoutes: Route[] = [show, stream];
