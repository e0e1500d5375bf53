import { buffer } from 'node:stream/consumers';

import { posterQuery, type PosterFormat } from '@anxing/contract/posters';

import type { PosterContent, PosterTheme } from '../posters/content';
import { pageSizes, type PageSize } from '../posters/pageSizes';
import { posterPdf } from '../posters/posterPdf';
import { posterPng } from '../posters/posterPng';
import { posterSvg } from '../posters/posterSvg';
import { posterContent, posterTheme } from '../presenters/posterContent';
import { staffWho } from '../web/access';
import type { Http } from '../web/http';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownPoint, posterInForce } from './ownRecords';

interface Format {
  extension: PosterFormat;
  mediaType: string;
  draw(content: PosterContent, theme: PosterTheme, size: PageSize): string | Promise<Buffer>;
}

const formats: readonly Format[] = [
  { extension: 'svg', mediaType: 'image/svg+xml', draw: posterSvg },
  { extension: 'png', mediaType: 'image/png', draw: posterPng },
  {
    extension: 'pdf',
    mediaType: 'application/pdf',
    draw: (content, theme, size) => buffer(posterPdf([content], theme, size)),
  },
];

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** RFC 6266 §4.3: the name in UTF-8, and a plain one for whoever does not read it. */
function sendFile(http: Http, { mediaType, extension }: Format, name: string, body: unknown): void {
  const encoded = encodeURIComponent(`${name}.${extension}`).replace(/['()*]/g, percentEncoded);
  http.set('Content-Type', mediaType);
  http.set('Content-Disposition', `inline; filename="poster.${extension}"; filename*=UTF-8''${encoded}`);
  http.set('Cache-Control', 'no-store');
  http.body = body;
}

function posterRoute(format: Format): Route {
  const { extension } = format;

  return defineRoute({
    method: 'get',
    path: `/unit/points/{id}/poster.${extension}`,
    summary: `The poster in force of a point as ${extension.toUpperCase()}`,
    access: staffWho('managePosters'),
    personalData: 'none',
    limit: allowances.writing,
    params: byId,
    query: posterQuery,
    status: 200,
    async handle({ services, caller, params, query, http }) {
      const point = await ownPoint(caller, params.id);
      const poster = await posterInForce(point);
      const content = posterContent(services, point, poster);
      const file = await format.draw(content, posterTheme(services), pageSizes[query.size]);
      sendFile(http, format, `张贴码-${point.name}-${poster.serial}`, file);
    },
  });
}

export const posterFileRoutes: Route[] = formats.map(posterRoute);
