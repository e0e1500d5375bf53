import type { PublicConfig } from '@anxing/contract/publicConfig';

import brand from '../../../../config/brand.json';
import categories from '../../../../config/categories.json';
import colours from '../../../../config/colours.json';
import divisions from '../../../../config/divisions.json';
import policy from '../../../../config/policy.json';

/** The provinces, and all of the own one. */
const near = divisions.filter(
  ({ code }) => code.endsWith('0000') || code.startsWith(brand.division.slice(0, 2)),
);

/** What `GET config` answers in a demo with the configuration of this checkout. */
export function fakeConfig(now: number): PublicConfig {
  return {
    mode: 'demo',
    brand,
    zone: brand.zone,
    consentVersion: brand.consentVersion,
    colours: colours.colours as PublicConfig['colours'],
    categories: categories as PublicConfig['categories'],
    divisions: near,
    idCardReasons: policy.idCardReasons,
    passReasons: policy.passReasons,
    overrideReasons: policy.overrideReasons as PublicConfig['overrideReasons'],
    feverFrom: policy.feverFrom,
    services: [],
    serverTime: now,
  };
}
