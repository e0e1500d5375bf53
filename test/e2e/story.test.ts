import { accountOf, signInStaff } from '../support/e2e/apiUser';
import {
  asksWhoIsThere,
  createPlace,
  downloadPoster,
  openFromMenu,
  signInAtDesk,
  untilFigure,
} from '../support/e2e/adminSite';
import type { Visitor } from '../support/e2e/browser';
import { makeCamera, type Camera } from '../support/e2e/cameraFile';
import { eventually } from '../support/e2e/eventually';
import { button, chooseCounty, claimCode, consent, signIn, verifyIdentity } from '../support/e2e/h5Resident';
import { pdfToPng } from '../support/e2e/pdfPicture';
import { inventPerson, masked } from '../support/e2e/people';
import { decodeQr } from '../support/e2e/qrReaders';
import { openScene, type Scene } from '../support/e2e/scene';
import type { RunningServer } from '../support/e2e/server';
import { placeNamed, scan } from '../support/e2e/venue';

jest.setTimeout(120_000);

const mariadb = process.env.ANXING_TEST_MARIADB;
const databases = [
  { kind: 'SQLite', url: 'sqlite' },
  ...(mariadb ? [{ kind: 'MariaDB', url: mariadb }] : []),
];
const place = { name: '安宁路小馆（示例）', address: '示例市中心区安宁路 12 号' };

describe.each(databases)('from a poster to a count, on $kind', ({ kind, url }) => {
  let scene: Scene;
  let server: RunningServer;
  let camera: Camera;
  let manager: Visitor;
  let resident: Visitor;

  beforeAll(async () => {
    camera = await makeCamera();
    scene = await openScene({ name: `story-${kind}`, database: url, camera: camera.file });
    ({ server } = scene);
    [manager, resident] = await Promise.all([scene.browser.desk(), scene.browser.phone()]);
  });

  afterAll(() => scene?.close());

  test('a visitor scans a printed poster and is registered, a resident shows a code, a manager sees it', async () => {
    const [desk, phone] = [manager.page, resident.page];
    const person = inventPerson();

    manager.tolerate(asksWhoIsThere);

    // The manager makes a place and prints its poster.
    await signInAtDesk(desk, server.url, accountOf(server, 'manager'));
    const link = await createPlace(desk, place);
    const poster = await pdfToPng(await downloadPoster(desk));
    expect(await decodeQr(poster)).toBe(link);

    // Somebody new comes by and gets a code.
    await camera.pointAt(poster);
    await phone.goto(`${server.url}/m/`);
    await consent(phone);
    await signIn(phone, accountOf(server, 'resident-new'));
    await verifyIdentity(phone, person);
    await chooseCounty(phone, '厦门市', '思明区');
    await claimCode(phone);
    await phone.locator('.hero:visible', { hasText: '绿码' }).waitFor();

    // The camera of the page looks at the poster.
    await phone.getByText('扫码登记', { exact: true }).click();
    await button(phone, '信息登记').waitFor();
    expect(await phone.locator('.place-name:visible').innerText()).toBe(place.name);
    expect(await phone.locator('.place-address:visible').innerText()).toBe(place.address);
    await button(phone, '信息登记').click();

    // The verdict can be read from two metres.
    const verdict = phone.locator('.verdict:visible');
    await verdict.waitFor();
    expect(await verdict.innerText()).toBe('通行');
    expect(phone.viewportSize()?.width).toBe(375);
    const size = await verdict.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(72);

    // The manager sees one passage, masked, and one person inside.
    await openFromMenu(desk, '出入记录');
    const row = desk.getByRole('row', { name: place.name });
    await row.waitFor();
    expect(await row.innerText()).toMatch(masked(person.name));
    expect(await row.innerText()).toMatch(/进入[\s\S]*绿码/);
    expect(await desk.locator('.listTotal').innerText()).toMatch(/ 1 条/);
    await openFromMenu(desk, '概览');
    await untilFigure(desk, '当前在场', '1');
    await untilFigure(desk, '今日进入', '1');

    // Door staff scan the code that the resident shows; the resident reads who looked.
    await button(phone, '返回健康码').click();
    await phone.locator('.code-frame:visible').waitFor();
    const shown = await eventually(async () => decodeQr(await phone.screenshot()));
    const staff = await signInStaff(server, 'manager');
    const answer = await scan(staff, (await placeNamed(staff, place.name)).id, shown);
    expect(answer).toMatchObject({ object: 'code', colour: 'green', decision: 'allow' });
    expect(answer.person.name).toBe(masked(person.name));
    expect(answer.person.district).toBe('福建省厦门市思明区');
    await phone.getByText('我的', { exact: true }).click();
    await button(phone, '谁看过我').click();
    const look = phone.locator('.access-item:visible').first();
    await look.waitFor();
    expect(await look.innerText()).toMatch(/示例万象商业广场\s*事由：出入核验/);

    // The resident leaves, and the count falls.
    await phone.goBack();
    await button(phone, '我的行程').click();
    await button(phone, '登记离开').click();
    await phone.getByText('已登记离开').waitFor();
    await desk.reload();
    await untilFigure(desk, '今日离开', '1');
    await untilFigure(desk, '当前在场', '0');

    expect([...manager.troubles(), ...resident.troubles()]).toEqual([]);
  });
});
