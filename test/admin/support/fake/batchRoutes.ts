import { posterBatch, posterBatchKind } from '@anxing/contract/posterBatches';
import { posterSizeNames } from '@anxing/contract/posters';

import { checked, FakeRefusal, json } from './fakeAnswer';
import { findFakeJob, startFakeJob } from './jobRoutes';
import { matching } from './matching';
import type { FakeCall, FakeRoute } from './fakeRoute';

function start({ house, body }: FakeCall) {
  const { points, filter, size, issueMissing } = checked(posterBatch, body);
  const chosen = points
    ? house.points.filter(({ id }) => points.includes(id))
    : matching(house, filter ?? {});
  const missing = chosen.filter(({ active, poster }) => active && !poster);
  const posters = chosen.filter(({ poster }) => poster).length + (issueMissing ? missing.length : 0);
  if (posters === 0) {
    throw new FakeRefusal('no_posters');
  }
  const title = `张贴码 ${posters} 张（${posterSizeNames[size]}）`;
  const job = startFakeJob(house, posterBatchKind, title, posters, '张贴码.pdf');
  house.batches.push({ size, issueMissing, points: chosen.map(({ id }) => id) });
  const named = (of: typeof chosen) => of.map(({ id, name }) => ({ id, name }));

  return json(
    { job, posters, missing: named(missing), closed: named(chosen.filter(({ active }) => !active)) },
    202,
  );
}

export const batchRoutes: FakeRoute[] = [
  { call: /^POST unit\/posters\.pdf$/, handle: start },
  {
    call: /^POST unit\/jobs\/([\w-]+)\/prints$/,
    handle: ({ house, params }) =>
      json({ counted: findFakeJob(house, params[0]).done, revoked: house.revoked }, 201),
  },
];
