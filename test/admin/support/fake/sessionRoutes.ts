import { fieldError } from '@anxing/contract/fieldErrors';
import {
  passwordChange,
  proofRequest,
  sessionRequest,
  type ProofCodeAnswer,
  type SessionAnswer,
} from '@anxing/contract/sessions';

import { checked, empty, FakeRefusal, json } from './fakeAnswer';
import { fakeConfig } from './fakeConfig';
import type { FakeHouse } from './fakeHouse';
import type { FakeCall, FakeRoute } from './fakeRoute';

function answerFor(house: FakeHouse): SessionAnswer {
  const mustChangePassword = house.signedIn?.mustChangePassword ?? false;

  return { accessToken: '', expiresIn: 600, mustChangePassword, kind: 'staff' };
}

function signIn({ house, body }: FakeCall) {
  const input = checked(sessionRequest, body);
  const member =
    input.grant === 'password' ? house.staff.find(({ phone }) => phone === input.phone) : undefined;
  if (!member || input.grant !== 'password' || house.passwordOf(member) !== input.password) {
    throw new FakeRefusal('sign_in_failed');
  }
  house.signedIn = member;
  house.isAccessFresh = true;

  return json(answerFor(house));
}

function refresh({ house }: FakeCall) {
  if (!house.signedIn) {
    throw new FakeRefusal('session_expired');
  }
  house.isAccessFresh = true;

  return json(answerFor(house));
}

function changePassword({ house, body }: FakeCall) {
  const { currentPassword, newPassword } = checked(passwordChange, body);
  const { signedIn } = house;
  if (!signedIn) {
    throw new FakeRefusal('not_signed_in');
  }
  if (house.passwordOf(signedIn) !== currentPassword) {
    throw new FakeRefusal('invalid_input', { fields: [fieldError('currentPassword', 'passwordWrong')] });
  }
  house.passwords.set(signedIn.id, newPassword);
  signedIn.mustChangePassword = false;

  return empty;
}

/** What the fake's SMS say. */
export const fakeProofCode = '246810';

function sendProofCode({ house }: FakeCall) {
  const phone = house.signedIn?.phone ?? '';
  const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;

  return json({ expiresIn: 300, resendAfter: 60, phone: masked } satisfies ProofCodeAnswer);
}

function prove({ body }: FakeCall) {
  if (checked(proofRequest, body).code !== fakeProofCode) {
    throw new FakeRefusal('sms_code_wrong');
  }

  return empty;
}

export const sessionRoutes: FakeRoute[] = [
  { call: /^GET config$/, isOpen: true, handle: ({ house }) => json(fakeConfig(house.now)) },
  { call: /^POST sessions$/, isOpen: true, handle: signIn },
  { call: /^POST sessions\/refresh$/, isOpen: true, handle: refresh },
  {
    call: /^DELETE sessions\/current$/,
    handle({ house }) {
      house.signedIn = undefined;

      return empty;
    },
  },
  { call: /^POST sessions\/current\/proof-code$/, handle: sendProofCode },
  { call: /^POST sessions\/current\/proof$/, handle: prove },
  { call: /^PUT sessions\/password$/, handle: changePassword },
  { call: /^GET unit$/, handle: ({ house }) => json(house.own()) },
];
