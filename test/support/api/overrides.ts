import type { Auth } from './factories/signedIn';
import type { BuiltPerson } from './factories/buildPerson';
import { signIn } from './factories/signIn';
import { inventIdNumber } from './invented';
import type { TestApi } from './testApi';

/** What an endpoint takes as a proposal to lift a reason; of somebody who is not registered unless told. */
export function liftWish(idNumbers: readonly string[] = [inventIdNumber()], more: object = {}) {
  return {
    people: idNumbers.map((idNumber) => ({ idNumber })),
    kind: 'lift.fever',
    reason: 'negativeTest',
    explanation: '核酸检测为阴性，已核对报告。',
    evidence: { number: '检字第 0001 号' },
    days: 7,
    ...more,
  };
}

/** A proposal to turn people orange. */
export function orangeWish(idNumbers: readonly string[] = [inventIdNumber()], more: object = {}) {
  return liftWish(idNumbers, { kind: 'set.orange', reason: 'onSite', ...more });
}

export function propose({ request }: TestApi, side: 'operator' | 'unit', auth: Auth, wish: object) {
  return request.post(`/api/v1/${side}/overrides`).set(auth).send(wish);
}

/** The operator proposes to turn people orange. @returns the id of the change */
export async function proposeOrange(
  api: TestApi,
  { auth }: { auth: Auth },
  people: readonly BuiltPerson[] = [],
) {
  const idNumbers = people.map(({ idNumber }) => idNumber);
  const wish = orangeWish(idNumbers.length > 0 ? idNumbers : undefined);
  const { body } = await propose(api, 'operator', auth, wish).expect(201);

  return body.changeId as string;
}

/** Decides a change, with a word unless told. */
export function decide(
  { request }: TestApi,
  { auth }: { auth: Auth },
  id: string,
  verdict: 'approve' | 'reject' | 'withdraw',
  body: object = { note: '已核对' },
) {
  return request.post(`/api/v1/operator/changes/${id}/${verdict}`).set(auth).send(body);
}

/** The code as its owner sees it now. */
export async function ownCode(api: TestApi, { account }: BuiltPerson) {
  const auth = await signIn(api.services, { account });

  return (await api.request.get('/api/v1/me/code').set(auth).expect(200)).body as {
    colour: string;
    reasons: { rule: string }[];
  };
}
