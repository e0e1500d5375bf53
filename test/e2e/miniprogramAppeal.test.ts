import { readFileSync } from 'node:fs';
import path from 'node:path';

import { inventPhone } from '../support/api/invented';
import { MiniProgramUser } from '../support/e2e/miniProgramUser';
import { demoPersonOf } from '../support/e2e/people';
import { startServer, type RunningServer } from '../support/e2e/server';
import { launchMiniProgram, type LaunchedMiniProgram } from '../support/miniprogram/launch';
import { describeOnBench } from '../support/miniprogram/onBench';
import type { Platform } from '../support/miniprogram/types';

jest.setTimeout(60_000);

const receipt = readFileSync(path.join(__dirname, '../../miniapp/src/assets/icon.png')).toString('base64');
const picture = `data:image/png;base64,${receipt}`;

/** How a picture is chosen, as the two platforms answer. */
const choices = {
  weapp: { name: 'chooseMedia', answer: { tempFiles: [{ tempFilePath: picture }] } },
  alipay: { name: 'chooseImage', answer: { apFilePaths: [picture] } },
} as const;

describeOnBench('whoever has an orange code', () => {
  describe.each<Platform>(['weapp', 'alipay'])('with the compiled %s app', (platform) => {
    let server: RunningServer;
    let phone: LaunchedMiniProgram;
    let user: MiniProgramUser;

    beforeAll(async () => {
      server = await startServer({ name: `appeal-${platform}` });
      phone = await launchMiniProgram({
        platform,
        dist: path.join(__dirname, '../../miniapp/dist', platform),
        launch: { query: { api: server.url } },
        codes: { login: `appellant${platform}.1`, phone: `${inventPhone()}.1` },
        hasAgreedToPrivacy: true,
      });
      user = new MiniProgramUser(phone);
    });

    afterAll(async () => {
      await phone?.close();
      await server?.close();
    });

    afterEach(() => {
      expect(phone.errors()).toEqual([]);
    });

    test('comes to the code of before by proving the identity', async () => {
      await user.reach('pages/consent/index');
      await user.consent();
      await user.reach('pages/signIn/index');
      await user.tap('.sign-in');
      await user.reach('pages/identity/index');
      await phone.pressPhoneButton(await user.find('.phone-button'));
      await user.verifyIdentity(demoPersonOf('resident-orange'));
      await user.reach('pages/code/index');
      await user.expect('.colour-label', '橙码');
    });

    test('reads why, from which record and until when', async () => {
      await user.tap('.to-full-reasons');
      await user.reach('packages/health/reasons/index');
      await user.expect('.reason-card__text', '14 天内有发热门诊就诊记录');
      await user.expect('.until__left', /^还有 \d+ 天$/);
    });

    test('appeals with a picture, which the phone reads and sends', async () => {
      await user.tap('.appeal');
      await user.reach('packages/health/appealForm/index');
      await user.type('.appeal-text', '当天陪同家人就诊，本人没有看病。');
      const { name, answer } = choices[platform];
      await phone.miniProgram.mockWxMethod(name, answer);
      await user.tap('.picture-button');
      await user.find('.picture__image');
      await user.tap('.agree-pictures');
      await user.tap('.submit-appeal');
      await user.reach('packages/health/appeal/index');
      await user.expect('.appeal-state', '已提交，等待处理');
    });

    test('sees it with its picture, fetched from the server', async () => {
      await user.expect('.event', '您提交了申诉');
      await user.find('.sent-picture .picture__image');
    });

    test('takes it back', async () => {
      await user.tap('.withdraw');
      await phone.miniProgram.native().confirmModal();
      await user.expect('.appeal-state', '已撤回');
    });
  });
});
