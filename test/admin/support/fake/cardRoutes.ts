import { counterReasonsRequest } from '@anxing/contract/reasons';

import { checked, FakeRefusal, json } from './fakeAnswer';
import { explained, type ToldColour } from './fakeReasons';
import { fakeId } from './fakeIds';
import type { FakeRoute } from './fakeRoute';

/** Whom the register does not know by this name. */
export const strangeName = '陌生人';

/** Who has no code yet. */
export const codelessName = '无码人';

/** People with another colour than orange, by name. */
export const toldNames: Record<string, ToldColour> = { 绿示例: 'green', 灰示例: 'unknown' };

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
  {
    call: /^POST unit\/reasons$/,
    handle: ({ body }) => {
      const { name } = checked(counterReasonsRequest, body);
      if (name === strangeName) {
        throw new FakeRefusal('identity_mismatch');
      }
      if (name === codelessName) {
        throw new FakeRefusal('no_code_yet');
      }

      return json(explained(name, toldNames[name] ?? 'orange', Date.now()));
    },
  },
];
