import type { Appeal } from '@anxing/contract/appeals';

import { buildFact } from './factories/buildFact';
import type { BuiltPerson } from './factories/buildPerson';
import type { Auth } from './factories/signedIn';
import { signedInPerson } from './factories/signedInResident';
import { pngFile, upload } from './evidenceFiles';
import type { TestApi } from './testApi';

export type Applicant = BuiltPerson & { auth: Auth };

const own = '/api/v1/me/appeals';
const operated = '/api/v1/operator/appeals';

export function submit({ request }: TestApi, { auth }: { auth: Auth }, wish: object = {}) {
  return request
    .post(own)
    .set(auth)
    .send({ rules: ['fever'], text: '当天陪同家人就诊，本人没有发热。', ...wish });
}

/** Somebody who is orange for a visit to a fever clinic. */
export async function orangePerson(api: TestApi): Promise<Applicant> {
  const person = await signedInPerson(api.services);
  await buildFact(api.services, person.idNumber);

  return person;
}

/** Sends a picture. @returns its id */
export async function sendPicture({ request }: TestApi, { auth }: { auth: Auth }): Promise<string> {
  const { body } = await request
    .post('/api/v1/me/evidence')
    .set(auth)
    .send(upload('image/png', pngFile()))
    .expect(201);

  return body.id as string;
}

/** An orange person and the appeal against it, with a picture. */
export async function buildAppeal(api: TestApi, person?: Applicant) {
  const applicant = person ?? (await orangePerson(api));
  const picture = await sendPicture(api, applicant);
  const { body } = await submit(api, applicant, { pictures: [picture] }).expect(201);

  return { applicant, picture, id: (body as Appeal).id };
}

/** The appeal as the person sees it. */
export async function ownAppeal(api: TestApi, { auth }: { auth: Auth }, id: string): Promise<Appeal> {
  return (await api.request.get(`${own}/${id}`).set(auth).expect(200)).body as Appeal;
}

export type Answer = 'ask' | 'dismiss' | 'uphold';

const answers: Record<Answer, object> = {
  ask: { text: '请补充就诊记录。' },
  dismiss: { answer: '就诊记录属实。' },
  uphold: { answer: '经核查，就诊人不是本人。', reason: 'wrongIdentity', days: 14 },
};

export function answer(
  { request }: TestApi,
  { auth }: { auth: Auth },
  id: string,
  how: Answer,
  body: object = answers[how],
) {
  return request.post(`${operated}/${id}/${how}`).set(auth).send(body);
}

export function readAppeal({ request }: TestApi, { auth }: { auth: Auth }, id: string) {
  return request.get(`${operated}/${id}`).set(auth);
}

export function listAppeals({ request }: TestApi, { auth }: { auth: Auth }, query: object = {}) {
  return request.get(operated).set(auth).query(query);
}
