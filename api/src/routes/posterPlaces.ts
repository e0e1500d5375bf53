import { z } from 'zod';

import { posterPlace, type PosterPlace } from '@anxing/contract/visits';
import { staffRoleNames } from '@anxing/contract/units';

import { findPlaceOfPoster } from '../commands/findPlace';
import { isInside, staffOnDuty, type OnDuty } from '../commands/lookAtPlace';
import { refreshStatus } from '../commands/refreshStatus';
import type { Services } from '../context';
import { rolesOf } from '../models/staffRoles';
import { presentPlace } from '../presenters/place';
import { anyone } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

function presentDuty(
  services: Services,
  { roles, colour, temperature }: OnDuty,
): PosterPlace['onDuty'][number] {
  const [role = 'guard'] = rolesOf(roles);
  const isHigh = temperature !== null && temperature >= Math.round(services.config.policy.feverFrom * 10);

  return {
    role: staffRoleNames[role],
    colour,
    temperature: temperature === null ? 'unknown' : isHigh ? 'high' : 'normal',
  };
}

const look = defineRoute({
  method: 'get',
  path: '/posters/{token}',
  summary: 'The place of a poster; signed in with a code also the own colour and the staff on duty',
  access: anyone,
  personalData: 'own',
  limit: allowances.reading,
  params: z.strictObject({ token: z.string().max(300) }),
  answer: posterPlace,
  async handle({ services, caller, params, now }) {
    const { point, unit } = await findPlaceOfPoster(services, params.token);
    const category = services.config.categories.find(({ id }) => id === point.category);
    const place = { ...presentPlace(point), unit: unit.name, category: category?.name ?? '' };
    const person = caller.kind === 'account' && caller.person?.claimedAt ? caller.person : null;
    if (!person) {
      return { place, own: null, onDuty: [] };
    }
    const [{ colour, asOf }, inside, onDuty] = await Promise.all([
      refreshStatus(services, person),
      isInside(services, person.id, point.rootId),
      staffOnDuty(services, point.id, now),
    ]);

    return { place, own: { colour, inside, asOf }, onDuty: onDuty.map((one) => presentDuty(services, one)) };
  },
});

export const posterPlaceRoutes: Route[] = [look];
