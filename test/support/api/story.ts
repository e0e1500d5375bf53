import type { Test } from 'supertest';

import { checkInId } from './checkIn';
import { pngFile, upload } from './evidenceFiles';
import { buildFact } from './factories/buildFact';
import { buildAccount, buildPerson } from './factories/buildPerson';
import { buildUnit } from './factories/buildUnit';
import { signedInStaff, type Auth } from './factories/signedIn';
import { operatorCrew } from './factories/verifiedStaff';
import { inventCreditCode, inventIdNumber, inventName, inventPhone } from './invented';
import { quickStandIns } from './quickStandIns';
import type { TestApi } from './testApi';

/** Whatever somebody told the service in confidence, or was told by it. */
export interface Confided {
  names: string[];
  idNumbers: string[];
  phones: string[];
  passwords: string[];
  tokens: string[];
}

interface Opened {
  auth: Auth;
  refreshToken: string;
}

/**
 * A whole story through the endpoints: a unit opens with staff, a point and a poster; a resident signs in, verifies the
 * identity, claims, shows, checks in, is scanned, turns orange, reads messages and leaves. With mistakes on the way.
 */
export class Story {
  readonly confided: Confided = { names: [], idNumbers: [], phones: [], passwords: [], tokens: [] };

  private readonly standIns;

  constructor(private readonly api: TestApi) {
    this.standIns = quickStandIns(api.services);
  }

  async play(): Promise<void> {
    const owner = await this.openUnit();
    const point = await this.openPoint(owner);
    const guard = await this.addGuard(owner, point.id);
    const resident = await this.becomeResident();
    await this.visit(resident, guard, owner, point);
    await this.comeFromElsewhere(resident);
    await this.turnOrange(resident);
    await this.appeal(resident);
    await this.stumble();
    await this.send('post', 'sessions/refresh', {}, { refreshToken: resident.refreshToken }, 200);
    await this.send('delete', 'sessions/current', guard, undefined, 204);
  }

  private keep<K extends keyof Confided>(kind: K, value: string): string {
    this.confided[kind].push(value);

    return value;
  }

  private send(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    auth: Auth,
    body?: object,
    status = 200,
  ): Test {
    return this.api.request[method](`/api/v1/${path}`).set(auth).send(body).expect(status);
  }

  private async enter(body: object): Promise<Opened> {
    const answer = await this.send('post', 'sessions', {}, body);
    const { accessToken, refreshToken } = answer.body as { accessToken: string; refreshToken: string };
    this.confided.tokens.push(accessToken, refreshToken);

    return { auth: { authorization: `Bearer ${accessToken}` }, refreshToken };
  }

  private person(): { name: string; phone: string } {
    return { name: this.keep('names', inventName()), phone: this.keep('phones', inventPhone()) };
  }

  /** The first sign-in of a staff member, with the change of the password that was told once. */
  private async activate({ phone, password }: { phone: string; password: string }): Promise<Auth> {
    const newPassword = this.keep('passwords', `${this.keep('passwords', password)}-2026`);
    const { auth } = await this.enter({ grant: 'password', phone, password });
    await this.send('put', 'sessions/password', auth, { currentPassword: password, newPassword }, 204);

    return auth;
  }

  private async openUnit(): Promise<Auth> {
    const unit = await buildUnit(this.api.services, { kind: 'operator', name: '示例运营中心' });
    const operator = await signedInStaff(this.api.services, { unit, roles: ['units'] });
    const wanted = {
      name: '示例商场',
      kind: 'enterprise',
      creditCode: inventCreditCode(),
      division: '350102',
      category: 'mall',
      owner: this.person(),
    };
    const { body } = await this.send('post', 'operator/units', operator.auth, wanted, 201);

    return this.activate(body.activation as { phone: string; password: string });
  }

  private async openPoint(owner: Auth): Promise<{ id: string; link: string }> {
    const wanted = { name: '东门', address: '示例路 1 号', category: 'mall', division: '350102' };
    const { body } = await this.send('post', 'unit/points', owner, wanted, 201);
    const id = body.id as string;
    const poster = await this.send('post', `unit/points/${id}/posters`, owner, undefined, 201);

    return { id, link: poster.body.link as string };
  }

  private async addGuard(owner: Auth, pointId: string): Promise<Auth> {
    const wanted = { ...this.person(), roles: ['guard'], pointIds: [pointId] };
    const { body } = await this.send('post', 'unit/staff', owner, wanted, 201);
    const guard = await this.activate(body.activation as { phone: string; password: string });
    const { person } = await buildPerson(this.api.services);
    await buildAccount(this.api.services, { phoneText: wanted.phone, personId: person.id });
    await this.send('post', 'unit/duties', guard, { pointId }, 201);

    return guard;
  }

  private async becomeResident(): Promise<Opened & { idNumber: string }> {
    const { name, phone } = this.person();
    const idNumber = this.keep('idNumbers', inventIdNumber());
    await this.send('post', 'sms-codes', {}, { phone });
    const opened = await this.enter({ grant: 'sms', phone, code: this.standIns.sms.lastCode(phone) });
    const { auth } = opened;
    const { consentVersion: version } = this.api.services.config.brand;
    for (const kind of ['privacy', 'sensitive']) {
      await this.send('post', 'me/consents', auth, { kind, version }, 204);
    }
    await this.send('put', 'me/identity', auth, { idType: 'resident', name, idNumber }, 204);
    const { body } = await this.send('post', 'me/identity/face-tickets', auth, undefined, 201);
    await this.send('put', 'me/identity/face', auth, { ticket: body.ticket as string }, 204);
    await this.send('post', 'me/code', auth, { division: '350102' });

    return { ...opened, idNumber };
  }

  private async visit({ auth }: Opened, guard: Auth, owner: Auth, point: { id: string; link: string }) {
    const passage = checkInId();
    await this.send('post', 'visits', auth, { id: passage, poster: point.link });
    const { body: code } = await this.send('get', 'me/code', auth);
    for (const object of [code.qr as string, code.number as string]) {
      const check = { id: checkInId(), object, pointId: point.id, temperature: 36.5, mask: true };
      await this.send('post', 'scans', guard, check);
    }
    const [name = ''] = this.confided.names.slice(-1);
    const { body } = await this.send('get', `unit/passages?name=${encodeURIComponent(name)}`, owner);
    const [item] = body.items as { id: string }[];
    await this.send('get', `unit/passages/${item?.id ?? ''}`, owner);
    await this.send('post', 'unit/passages/exports', owner, { format: 'csv', name }, 202);
    await this.send('get', 'unit/staff', owner);
    await this.send('post', 'visits', auth, { id: checkInId(), passage, direction: 'out' });
    await this.send('get', 'me/passages', auth);
    await this.send('get', 'me/accesses', auth);
  }

  private async comeFromElsewhere({ auth, idNumber }: Opened & { idNumber: string }): Promise<void> {
    await this.send('get', 'me/national-code', auth);
    await this.send('post', 'me/national-code', auth, { content: `GK:green:420000:resident:${idNumber}` });
  }

  private async turnOrange({ auth, idNumber }: Opened & { idNumber: string }): Promise<void> {
    await buildFact(this.api.services, idNumber);
    await this.send('get', 'me/code', auth);
    const { body } = await this.send('get', 'me/messages', auth);
    const [message] = body.items as { id: string }[];
    await this.send('post', `me/messages/${message?.id ?? ''}/read`, auth, undefined, 204);
  }

  /** What is said and sent may name anybody; two people of the operator lift the reason. */
  private async appeal({ auth, idNumber }: Opened & { idNumber: string }): Promise<void> {
    const { rules, approver } = await operatorCrew(this.api.services);
    const [name = ''] = this.confided.names.slice(-1);
    const text = `我是${name}，证件号码 ${idNumber}，联系电话 ${this.confided.phones.at(-1) ?? ''}。`;
    const { body: picture } = await this.send(
      'post',
      'me/evidence',
      auth,
      upload('image/png', pngFile()),
      201,
    );
    const wish = { rules: ['fever'], text, pictures: [picture.id as string] };
    const { body: appeal } = await this.send('post', 'me/appeals', auth, wish, 201);
    const finding = { answer: text, reason: 'wrongIdentity', evidenceNumber: idNumber, days: 14 };
    const path = `operator/appeals/${appeal.id as string}/uphold`;
    const { body: upheld } = await this.send('post', path, rules.auth, finding);
    const note = { note: text };
    await this.send('post', `operator/changes/${upheld.changeId as string}/approve`, approver.auth, note);
  }

  /** What is refused is not kept either. */
  private async stumble(): Promise<void> {
    const { name, phone } = this.person();
    const idNumber = this.keep('idNumbers', inventIdNumber());
    const password = this.keep('passwords', 'Mistyped-2026-once');
    const [known = ''] = this.confided.phones;
    await this.send('post', 'sessions', {}, { grant: 'password', phone: known, password }, 401);
    await this.send('post', 'sessions', {}, { grant: 'password', phone, password }, 401);
    await this.send('post', 'sessions', {}, { grant: 'sms', phone, code: '000000' }, 401);
    await this.send('post', 'sessions', {}, { grant: 'sms', phone, name, idNumber }, 400);
    await this.send('get', `unit/passages?name=${encodeURIComponent(name)}`, {}, undefined, 401);
    await this.send('get', `posters/${encodeURIComponent(name)}${phone}`, {}, undefined, 422);
    this.standIns.identity.behave(idNumber, 'no');
    const { auth } = await this.enter({ grant: 'alipay', code: 'stumbler.1' });
    await this.send('put', 'me/phone', auth, { grant: 'alipay', response: phone }, 204);
    const { consentVersion: version } = this.api.services.config.brand;
    for (const kind of ['privacy', 'sensitive']) {
      await this.send('post', 'me/consents', auth, { kind, version }, 204);
    }
    await this.send('put', 'me/identity', auth, { idType: 'resident', name, idNumber }, 422);
  }
}
