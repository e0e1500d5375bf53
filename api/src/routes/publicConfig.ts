import { publicConfig } from '@anxing/contract/publicConfig';

import { anyone } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const read = defineRoute({
  method: 'get',
  path: '/config',
  summary: 'What every client needs to know before anybody signs in',
  access: anyone,
  personalData: 'none',
  limit: allowances.reading,
  answer: publicConfig,
  async handle({ services, now }) {
    const { brand, categories, divisions } = services.config;
    const { name, shortName, province, operator, hotline, hotlineHours, primary, zone, consentVersion } =
      brand;

    return {
      mode: services.settings.mode,
      brand: { name, shortName, province, operator, hotline, hotlineHours, primary },
      zone,
      consentVersion,
      colours: services.colours.colours,
      categories,
      divisions,
      services: services.config.services,
      serverTime: now,
    };
  },
});

export const publicConfigRoutes: Route[] = [read];
