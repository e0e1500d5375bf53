import { fieldError } from '@anxing/contract/fieldErrors';
import { overrideCreate, overrideQuery } from '@anxing/contract/overrides';

import { checked, FakeRefusal, json } from './fakeAnswer';
import { fakeOverrideOptions, overrideOf } from './fakeOverrides';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

function list({ house, query }: FakeCall) {
  const { state, ...paged } = checked(overrideQuery, query);

  return json(
    pageOf(
      house.risk.overrides.filter((one) => !state || one.state === state),
      paged,
    ),
  );
}

/** Whoever is named: the answer says nothing of whether they are known. */
function propose({ house, body }: FakeCall) {
  const input = checked(overrideCreate, body);
  const { evidence, people, reason, kind } = input;
  if (!evidence.number && evidence.files.length === 0) {
    throw new FakeRefusal('invalid_input', { fields: [fieldError('evidence', 'evidenceNeeded')] });
  }
  const { kinds, reasons } = fakeOverrideOptions();
  const made = overrideOf(50 + house.risk.overrides.length, house.now, {
    ...input,
    kindName: kinds.find(({ id }) => id === kind)?.name ?? kind,
    reasonName: reasons.find(({ id }) => id === reason)?.name ?? reason,
    people: people.length,
    examples: people.map(({ idNumber }) => ({
      name: null,
      idNumber: `${idNumber.slice(0, 2)}*****${idNumber.slice(-3)}`,
    })),
    evidenceNumber: evidence.number ?? null,
    evidence: evidence.files.map((id) => ({ id, mediaType: 'image/png' })),
    proposedAt: house.now,
    proposedBy: house.own().unit.name,
  });
  house.risk.overrides.unshift(made);

  return json(made, 201);
}

function withdraw({ house, params }: FakeCall) {
  const found = house.risk.overrides.find(({ id }) => id === params[0]);
  if (!found) {
    throw new FakeRefusal('not_found');
  }

  return json(Object.assign(found, { state: 'withdrawn', decidedAt: house.now }));
}

export const overrideRoutes: FakeRoute[] = [
  { call: /^GET (?:operator|unit)\/overrides$/, handle: list },
  { call: /^GET (?:operator|unit)\/overrides\/options$/, handle: () => json(fakeOverrideOptions()) },
  { call: /^POST (?:operator|unit)\/overrides$/, handle: propose },
  { call: /^POST unit\/overrides\/([\w-]+)\/withdraw$/, handle: withdraw },
];
