import { publicConfig } from '@anxing/contract/publicConfig';

import { nearDivisions } from '../base/divisions';
import type { Services } from '../context';
import { anyone } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

/** What an unknown colour means at a door is for the policy to say. */
function coloursAtDoors({ colours, config }: Services) {
  const { unknownColour } = config.policy;

  return colours.colours.map((colour) =>
    colour.name === colours.unknown ? { ...colour, decision: unknownColour } : colour,
  );
}

const read = defineRoute({
  method: 'get',
  path: '/config',
  summary: 'What every client needs to know before anybody signs in',
  access: anyone,
  personalData: 'none',
  limit: allowances.reading,
  answer: publicConfig,
  async handle({ services, now }) {
    const { brand, categories, divisions, policy } = services.config;
    const { passReasons, overrideReasons, idCardReasons, feverFrom } = policy;
    const { name, shortName, province, operator, hotline, hotlineHours, primary, zone, consentVersion } =
      brand;

    return {
      mode: services.settings.mode,
      brand: { name, shortName, province, operator, hotline, hotlineHours, primary },
      zone,
      consentVersion,
      colours: coloursAtDoors(services),
      categories,
      divisions: nearDivisions(divisions, brand.division),
      passReasons,
      overrideReasons,
      idCardReasons,
      feverFrom,
      services: services.config.services,
      serverTime: now,
    };
  },
});

export const publicConfigRoutes: Route[] = [read];
