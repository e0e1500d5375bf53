import { posterSizes, posterState } from '@anxing/contract/posters';
import { Resvg } from '@resvg/resvg-js';

import { pageSizes } from '../../../api/src/posters/pageSizes';
import { fontFiles } from '../../../api/src/posters/fonts';
import { PosterPrint } from '../../../api/src/models/posterPrint';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';
import { decoded, pagePng, pdfText } from '../unit/posters/decoding';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

type Extension = 'svg' | 'png' | 'pdf';

const mediaTypes: Record<Extension, RegExp> = {
  svg: /^image\/svg\+xml/,
  png: /^image\/png/,
  pdf: /^application\/pdf/,
};
const extensions = Object.keys(mediaTypes) as Extension[];

function get(auth: Auth, pointId: string, extension: Extension, query: object = {}) {
  return api.request
    .get(`/api/v1/unit/points/${pointId}/poster.${extension}`)
    .set(auth)
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
}

function asPng(extension: Extension, file: Buffer): Buffer {
  if (extension === 'png') {
    return file;
  }
  if (extension === 'pdf') {
    return pagePng(file, 1, 150);
  }
  const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles) };

  return new Resvg(file.toString(), { font, fitTo: { mode: 'width', value: 1240 } }).render().asPng();
}

function print(auth: Auth, pointId: string, body: object) {
  return api.request.post(`/api/v1/unit/points/${pointId}/prints`).set(auth).send(body);
}

const onPaper = { size: 'a4', format: 'pdf' };

async function postered(name = '示例书店（南门）') {
  const manager = await signedInStaff(api.services);
  const point = await buildPoint(api.services, { unit: manager.unit, values: { name } });

  return { ...manager, point, ...(await buildPoster(api.services, point)) };
}

test.each(extensions)('the %s is what people scan', async (extension) => {
  const { auth, point, link } = await postered();
  const { headers, body } = await get(auth, point.id, extension).expect(200);

  expect(headers['content-type']).toMatch(mediaTypes[extension]);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent('张贴码-示例书店（南门）-1')}.${extension}`,
  );
  const { zbar, jsqr } = await decoded(asPng(extension, body));
  expect(zbar).toBe(link);
  expect(jsqr).toBe(link);
});

test('the poster names the place, its address, the typed code and the hotline', async () => {
  const { auth, point, poster } = await postered();
  const { body } = await get(auth, point.id, 'pdf').expect(200);
  const text = pdfText(body);
  const { hotline, poster: words } = api.services.config.brand;

  expect(text).toContain(point.name);
  expect(text).toContain(point.address.replaceAll(' ', ''));
  expect(text).toContain(poster.shortCode.replace(/(.{3})(.{3})(.{3})/, '$1-$2-$3'));
  expect(text).toContain(hotline);
  expect(text).toContain(words.title);
});

test('the poster of a vehicle names its line and its plate', async () => {
  const { auth, unit } = await signedInStaff(api.services);
  const values = { kind: 'vehicle', line: 'K12 路', plate: '闽A12345' };
  const point = await buildPoint(api.services, { unit, values });
  await buildPoster(api.services, point);
  const text = pdfText((await get(auth, point.id, 'pdf').expect(200)).body);

  expect(text).toContain('K12路');
  expect(text).toContain('闽A12345');
});

test.each(posterSizes)('on %s it has the size of the paper', async (size) => {
  const { auth, point } = await postered();
  const { body } = await get(auth, point.id, 'svg', { size }).expect(200);
  const { width, height } = pageSizes[size];

  expect(body.toString()).toContain(`width="${width}mm" height="${height}mm"`);
});

test('a reissued poster is the one that is drawn', async () => {
  const { auth, point, link } = await postered();
  const issued = await api.request.post(`/api/v1/unit/points/${point.id}/posters`).set(auth).expect(201);
  const { body } = await get(auth, point.id, 'png').expect(200);
  const { zbar } = await decoded(body);
  expect(zbar).toBe(issued.body.link);
  expect(zbar).not.toBe(link);
});

test('drawing changes nothing, however often', async () => {
  const { auth, point, poster } = await postered();
  for (const extension of extensions) {
    await get(auth, point.id, extension, { size: 'a4' }).expect(200);
  }
  expect(await PosterPrint.count({ where: { posterId: poster.id } })).toBe(0);
});

describe('a print', () => {
  test('is counted and audited', async () => {
    const { auth, staff, point, poster } = await postered();
    await print(auth, point.id, { size: 'a4', format: 'pdf' }).expect(201);
    const { body: state } = await print(auth, point.id, { size: 'card', format: 'png' }).expect(201);
    expect(posterState.parse(state)).toMatchObject({
      id: poster.id,
      printed: 2,
      printedBySize: { a3: 0, a4: 1, a5: 0, card: 1 },
    });

    const prints = await PosterPrint.findAll({ where: { posterId: poster.id }, order: ['id'] });
    expect(prints).toMatchObject([
      { staffId: staff.id, size: 'a4', format: 'pdf' },
      { staffId: staff.id, size: 'card', format: 'png' },
    ]);
    const [first] = prints;
    expect(state.firstPrintedAt).toBe(first?.at);
    expect(await auditEvents(api.services, first?.id ?? '')).toMatchObject([
      { action: 'poster_prints.create', actor: `staff:${staff.id}` },
    ]);
    const { body } = await api.request.get(`/api/v1/unit/points/${point.id}`).set(auth).expect(200);
    expect(body.poster.printed).toBe(2);
  });

  test('is of the poster in force: none without one, of another unit, or for others', async () => {
    const { auth, unit, point, poster } = await postered();
    const stranger = await signedInStaff(api.services);
    const bare = await buildPoint(api.services, { unit });

    await print(auth, bare.id, onPaper).expect(404);
    await print(stranger.auth, point.id, onPaper).expect(404);
    await api.request.delete(`/api/v1/unit/points/${point.id}/posters/${poster.id}`).set(auth).expect(204);
    await print(auth, point.id, onPaper).expect(404);
    await expectOnlyFor(api, (who) => print(who, point.id, onPaper), ['guard', 'viewer', 'clerk']);
    expect(await PosterPrint.count({ where: { posterId: poster.id } })).toBe(0);
  });

  test('wrong sizes and formats are named', async () => {
    const { auth, point } = await postered();
    const wrong = await print(auth, point.id, { size: 'a0', format: 'gif', copies: 2 }).expect(400);
    expect(Object.keys(faultsOf(wrong))).toEqual(['copies', 'format', 'size']);
    expect(faultsOf(await print(auth, point.id, {}).expect(400))).toEqual({
      format: 'Not one of the choices',
      size: 'Not one of the choices',
    });
  });
});

test.each(extensions)(
  'no %s without a poster in force, of another unit, or for others',
  async (extension) => {
    const { auth, unit, point, poster } = await postered();
    const stranger = await signedInStaff(api.services);
    const bare = await buildPoint(api.services, { unit });

    await get(auth, bare.id, extension).expect(404);
    await get(stranger.auth, point.id, extension).expect(404);
    await api.request.delete(`/api/v1/unit/points/${point.id}/posters/${poster.id}`).set(auth).expect(204);
    await get(auth, point.id, extension).expect(404);
    const plain = (who: Auth) =>
      api.request.get(`/api/v1/unit/points/${point.id}/poster.${extension}`).set(who);
    await expectOnlyFor(api, plain, ['guard', 'viewer', 'clerk']);
  },
);

test('wrong sizes and words are named', async () => {
  const { auth, point } = await postered();
  const response = await api.request
    .get(`/api/v1/unit/points/${point.id}/poster.pdf`)
    .set(auth)
    .query({ size: 'a0', print: 'true', dpi: 9 })
    .expect(400);
  expect(Object.keys(faultsOf(response))).toEqual(['dpi', 'print', 'size']);
});
