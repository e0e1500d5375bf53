import { randomInt } from 'node:crypto';

import { issueCard } from '../../../api/src/codes/paperCard';
import { PaperCard } from '../../../api/src/models/paperCard';
import { Person } from '../../../api/src/models/person';
import { openDoor, scan } from './door';
import { consentingAccount } from './factories/signedInResident';
import type { Auth } from './factories/signedIn';
import { inventIdNumber, inventName } from './invented';
import type { TestApi } from './testApi';

/** Of each relation, the first of ten years in which somebody is born who fits for years to come. */
const bornFrom = { parent: 1950, child: 2014, spouse: 1980 };

export type Relation = keyof typeof bornFrom;

/** A day of those years, so that hardly any two have one number. */
function birthOf(relation: Relation): string {
  return `${bornFrom[relation] + randomInt(10)}0${1 + randomInt(9)}${10 + randomInt(18)}`;
}

/** Somebody without a phone, as a relative names him. */
export function inventMember(relation: Relation = 'parent') {
  return {
    relation,
    idType: 'resident' as const,
    name: inventName(),
    idNumber: inventIdNumber(birthOf(relation)),
    pledged: true,
  };
}

export type InventedMember = ReturnType<typeof inventMember>;

/** Calls of an applicant. @param auth of whom */
export function familyOf({ request }: TestApi, auth: Auth) {
  const send = (method: 'get' | 'post' | 'delete', path: string) =>
    request[method](`/api/v1/me/family${path}`).set(auth);

  return {
    list: () => send('get', ''),
    add: (body: object = inventMember()) => send('post', '').send(body),
    remove: (id: string) => send('delete', `/${id}`),
    makeCard: (id: string) => send('post', `/${id}/card`),
    voidCard: (id: string) => send('delete', `/${id}/card`),
    openCard: (id: string) => send('get', `/${id}/card.pdf`),
  };
}

export function personOf({ services }: TestApi, { idNumber }: Pick<InventedMember, 'idNumber'>) {
  const identityIndex = services.index.identity('resident', idNumber);

  return Person.findOne({ where: { identityIndex }, rejectOnEmpty: true });
}

/** A guard scans a printed card at a door. */
export async function scanCard(api: TestApi, cardId: string) {
  const { reference } = await PaperCard.findByPk(cardId, { rejectOnEmpty: true });
  const text = issueCard(api.services.posterKeys.current, Buffer.from(reference, 'hex'));

  return scan(api, await openDoor(api), text, { temperature: 36.5, mask: true });
}

/** Somebody proves his own identity by face, with a phone of his own. */
export async function proveSelf(api: TestApi, { name, idNumber }: InventedMember): Promise<Auth> {
  const { auth } = await consentingAccount(api.services);
  const claim = { idType: 'resident', name, idNumber };
  await api.request.put('/api/v1/me/identity').set(auth).send(claim).expect(204);
  const { body } = await api.request.post('/api/v1/me/identity/face-tickets').set(auth).expect(201);
  await api.request
    .put('/api/v1/me/identity/face')
    .set(auth)
    .send({ ticket: body.ticket as string })
    .expect(204);

  return auth;
}
