import { evidenceUpload } from '@anxing/contract/evidence';

import { checked, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import type { FakeRoute } from './fakeRoute';

/** A picture of one grey point, blown up by whoever shows it. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function read() {
  return { status: 200, headers: { 'content-type': 'image/png' }, body: picture };
}

export const evidenceRoutes: FakeRoute[] = [
  { call: /^GET operator\/evidence\/([\w-]+)$/, handle: read },
  { call: /^GET unit\/evidence\/([\w-]+)$/, handle: read },
  {
    call: /^POST unit\/evidence$/,
    handle({ house, body }) {
      const { mediaType, data } = checked(evidenceUpload, body);
      house.risk.evidence.push(mediaType);

      return json(
        {
          id: fakeId(21, 100 + house.risk.evidence.length),
          mediaType,
          bytes: Buffer.from(data, 'base64').length,
        },
        201,
      );
    },
  },
];
