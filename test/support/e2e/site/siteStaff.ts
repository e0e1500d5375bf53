import { randomBytes } from 'node:crypto';

import type { Point } from '@anxing/contract/points';
import type { PosterState } from '@anxing/contract/posters';
import type { SessionAnswer } from '@anxing/contract/sessions';
import type { InitialPassword, UnitCreated } from '@anxing/contract/units';

import { inventCreditCode, inventName, inventPhone } from '../../api/invented';
import type { ProductionSite } from './productionSite';
import type { SiteClient } from './siteClient';

/** Somebody who has changed the password that others have seen. */
export interface SiteStaff {
  phone: string;
  password: string;
  token: string;
}

export interface SitePlace {
  pointId: string;
  posterToken: string;
}

/** Signs in with a one-time password and chooses an own one. */
export async function activate(
  client: SiteClient,
  { phone, password: initial }: InitialPassword,
): Promise<SiteStaff> {
  const password = `Own-${randomBytes(9).toString('base64url')}-1`;
  const { accessToken: token } = await client.call<SessionAnswer>('POST', 'sessions', {
    body: { grant: 'password', phone, password: initial },
  });
  await client.call('PUT', 'sessions/password', {
    token,
    body: { currentPassword: initial, newPassword: password },
  });

  return { phone, password, token };
}

/** The first operator of the empty database, made at the command line. */
export async function createOperator(site: ProductionSite, client: SiteClient): Promise<SiteStaff> {
  const phone = inventPhone();
  const printed = await site.command('operator', 'create', '--name', inventName(), '--phone', phone);
  const [, password = ''] = /password (\S+)/.exec(printed) ?? [];

  return activate(client, { phone, password });
}

/** A unit that the operator opens. @returns its owner */
export async function openUnit(client: SiteClient, { token }: SiteStaff): Promise<SiteStaff> {
  const body = {
    name: '示例万象商业广场',
    kind: 'enterprise',
    creditCode: inventCreditCode(),
    division: '350102',
    category: 'mall',
    owner: { name: inventName(), phone: inventPhone() },
  };
  const { activation } = await client.call<UnitCreated>('POST', 'operator/units', { token, body });

  return activate(client, activation);
}

/** A service point with its poster. */
export async function openPlace(client: SiteClient, { token }: SiteStaff): Promise<SitePlace> {
  const body = {
    name: '示例万象东门',
    address: '示例市中心区安宁路 1 号',
    category: 'mall',
    division: '350102',
  };
  const { id: pointId } = await client.call<Point>('POST', 'unit/points', { token, body });
  const poster = await client.call<PosterState>('POST', `unit/points/${pointId}/posters`, {
    token,
    body: {},
  });

  return { pointId, posterToken: poster.link.split('/p/')[1] ?? '' };
}
