import type { PublicConfig } from '@anxing/contract/publicConfig';

import brand from '../../../../config/brand.json';
import categories from '../../../../config/categories.json';
import colours from '../../../../config/colours.json';
import divisions from '../../../../config/divisions.json';

/** What `GET config` answers in a demo with the configuration of this checkout. */
export function fakeConfig(now: number): PublicConfig {
  return {
    mode: 'demo',
    brand,
    zone: brand.zone,
    consentVersion: brand.consentVersion,
    colours: colours.colours,
    categories,
    divisions,
    services: [],
    serverTime: now,
  };
}
