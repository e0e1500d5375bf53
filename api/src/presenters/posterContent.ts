import { groupShortCode } from '@anxing/contract/shortCode';

import { dayOf } from '../base/days';
import type { Services } from '../context';
import type { Point } from '../models/point';
import type { Poster } from '../models/poster';
import type { PosterContent, PosterTheme } from '../posters/content';
import { contrast } from '../risk/contrast';
import { linkOfPoster } from './poster';

/** WCAG 2.2 AA for text. */
const readable = 4.5;

export function posterTheme({ config }: Services): PosterTheme {
  const { primary } = config.brand;

  return {
    brand: primary,
    onBrand: contrast(primary, '#ffffff') >= readable ? '#ffffff' : '#000000',
    ink: '#1f1f1f',
    soft: '#595959',
    tint: '#f0f5ff',
    line: '#d9d9d9',
  };
}

/** A vehicle is known by its line and its plate, and then by where it belongs. */
function whereItIs({ line, plate, address }: Point): string {
  return [line, plate, address].filter(Boolean).join(' · ');
}

/** What a poster says: words of the province, name and address of the point, and the link that people scan. */
export function posterContent(services: Services, point: Point, poster: Poster): PosterContent {
  const { name, hotline, zone, poster: words } = services.config.brand;

  return {
    ...words,
    name: point.name,
    address: whereItIs(point),
    link: linkOfPoster(services, point, poster),
    shortCode: groupShortCode(poster.shortCode),
    footer: `${name} · 服务热线 ${hotline}`,
    validFrom: dayOf(poster.issuedAt, zone),
    serial: poster.serial,
  };
}
