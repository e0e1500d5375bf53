import { inventPhone } from '../support/api/invented';
import { accountOf, signInStaff, type ApiUser } from '../support/e2e/apiUser';
import type { Visitor } from '../support/e2e/browser';
import { makeCamera, type Camera } from '../support/e2e/cameraFile';
import { button, comeBack, consent, signIn } from '../support/e2e/h5Resident';
import { qrPicture } from '../support/e2e/qrPicture';
import { openScene, type Scene } from '../support/e2e/scene';
import { placeNamed, type Place } from '../support/e2e/venue';

jest.setTimeout(60_000);

/** The API's 4xx answers, as the browser notes them in its console. */
const refusedByApi = /the server responded with a status of (401|422)/;

let scene: Scene;
let camera: Camera;
let manager: ApiUser;
let garage: Place;

beforeAll(async () => {
  camera = await makeCamera();
  scene = await openScene({ name: 'refusals', camera: camera.file });
  manager = await signInStaff(scene.server, 'manager');
  garage = await placeNamed(manager, '示例万象停车楼');
});

afterAll(() => scene?.close());

/** One character changed: the check inside the token does not fit any more. */
function forged(link: string): string {
  return link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
}

describe('a poster that is none of ours', () => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await scene.browser.phone();
    visitor.tolerate(refusedByApi);
    await visitor.page.goto(`${scene.server.url}/m/`);
    await comeBack(visitor.page, accountOf(scene.server, 'resident'));
    await manager.post(`unit/points/${garage.id}/posters`);
  });

  afterAll(() => visitor.leave());

  afterEach(() => {
    // Whatever was in the picture: the browser is still here, and asked nobody else.
    expect(visitor.page.url()).toMatch(`${scene.server.url}/m/`);
    expect(visitor.troubles()).toEqual([]);
  });

  async function scan(text: string): Promise<void> {
    const { page } = visitor;
    await camera.pointAt(await qrPicture(text));
    await page.goto(`${scene.server.url}/m/#/pages/me/index`);
    await page.getByText('扫码登记', { exact: true }).click();
  }

  test.each([
    ['revoked', () => garage.link],
    ['forged', () => forged(garage.link)],
  ])('a %s one: refused in the same words, and nothing can be registered', async (_kind, link) => {
    await scan(link());
    await visitor.page.getByText('这不是有效的张贴码，请联系场所工作人员').waitFor();
    expect(await button(visitor.page, '信息登记').count()).toBe(0);
  });

  test.each([
    ['a link to elsewhere', 'https://qr.example.com/p/EZkJOETIaPF5AAGSSLKxr0CR8lCUKlA', '其中的链接未被打开'],
    ['a payment code', 'wxp://f2f0EZkJOETIaPF5AAGSSLKxr0CR8lCUKlA', '这是付款码'],
    ['something else', 'WIFI:T:WPA;S:guest;P:guest-guest;;', '没有识别到场所张贴码'],
  ])('%s: told what it is, and not followed', async (_kind, text, sentence) => {
    await scan(text);
    await visitor.page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(visitor.page.url()).toContain('/pages/scan/index');
  });
});

describe('a wrong SMS code', () => {
  let visitor: Visitor;

  beforeEach(async () => {
    visitor = await scene.browser.phone();
    visitor.tolerate(refusedByApi);
    await visitor.page.goto(`${scene.server.url}/m/`);
    await consent(visitor.page);
  });

  afterEach(async () => {
    expect(visitor.troubles()).toEqual([]);
    await visitor.leave();
  });

  test.each([
    ['whose phone is known', () => accountOf(scene.server, 'resident-orange').phone],
    ['whose phone is not', () => inventPhone()],
  ])('of somebody %s gets the same answer', async (_who, phone) => {
    await signIn(visitor.page, { phone: phone(), secret: '000000' });
    await visitor.page.getByText('验证码不正确或已过期').waitFor();
    await button(visitor.page, '登录').waitFor();
  });

  test('can be typed again, and the right one lets in', async () => {
    const { page } = visitor;
    const { phone, secret } = accountOf(scene.server, 'resident-new');
    await signIn(page, { phone, secret: '000000' });
    await page.getByText('验证码不正确或已过期').waitFor();
    await page.locator('.sms-input:visible input').fill(secret);
    await button(page, '登录').click();
    await page.getByText('填写身份信息').waitFor();
  });
});
