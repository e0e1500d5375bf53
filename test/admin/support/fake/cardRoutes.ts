import { FakeRefusal, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import type { FakeRoute } from './fakeRoute';

/** Whom the register does not know by this name. */
export const strangeName = '陌生人';

export const cardRoutes: FakeRoute[] = [
  {
    call: /^POST unit\/cards$/,
    handle: ({ body }) => {
      const { name, idNumber } = body as { name: string; idNumber: string };
      if (name === strangeName) {
        throw new FakeRefusal('identity_mismatch');
      }
      const card = { id: fakeId(9, 1), issuedAt: Date.now(), printedBy: '示例社区' };
      const person = { name: `*${name.slice(-1)}`, idNumber: `35*****${idNumber.slice(-3)}` };

      return json({ card, person }, 201);
    },
  },
  {
    call: /^GET unit\/cards\/([\w-]+)\/card\.pdf$/,
    handle: () => ({ status: 200, headers: { 'content-type': 'application/pdf' }, body: '%PDF-' }),
  },
];
