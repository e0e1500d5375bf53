import path from 'node:path';

import { button, see } from './h5Resident';
import { demoPersonOf } from './people';
import type { Walk } from './screenWalk';

const receipt = path.join(__dirname, '../../../miniapp/src/assets/icon.png');

/** Objects to the reason that is on the screen, with a picture, and takes it back. */
export async function appealScreens({ page, look, open }: Walk): Promise<void> {
  await button(page, '对这条原因申诉').click();
  await see(page, '说明情况');
  await button(page, '提交申诉').click();
  await look('appealFormFaults');
  await page.locator('.appeal-text:visible textarea').fill('当天陪同家人就诊，本人没有看病。');
  await page.locator('.picture-input').setInputFiles(receipt);
  await button(page, '我同意为核实本次申诉上传以上图片').click();
  await look('appealForm');
  await button(page, '提交申诉').click();
  await see(page, '您提交了申诉');
  await page.locator('.sent-picture img:visible').waitFor();
  await look('appeal');
  await button(page, '查看图片 1').click();
  await page.locator('.picture-viewer__picture').waitFor();
  await look('appealPicture');
  await page.getByRole('button', { name: '关闭' }).click();
  await page.locator('.picture-viewer').waitFor({ state: 'detached' });
  await open('packages/health/appeals/index');
  await see(page, '已提交，等待处理');
  await look('appeals');
  await open('packages/health/reasons/index');
  await button(page, '查看申诉进展').click();
  await button(page, '撤回申诉').click();
  await page.getByText('确定撤回这次申诉？').waitFor();
  await page.getByText('确定', { exact: true }).click();
  await see(page, '您撤回了申诉');
}

/** What a green code's owner finds about it. */
export async function healthScreens({ page, look, open }: Walk): Promise<void> {
  await open('packages/health/reasons/index');
  await see(page, '没有影响您颜色的记录');
  await look('reasons');
  await open('packages/health/testResults/index');
  await page.locator('.test-result:visible, .notice:visible').first().waitFor();
  await page.locator('.screening:visible').first().waitFor();
  await look('testResults');
  await open('packages/health/appeals/index');
  await see(page, '还没有提交过申诉');
  await look('appealsNone');
  await button(page, '提交新的申诉').click();
  await see(page, '当前没有可以申诉的原因');
  await look('appealNothing');
  await open('packages/health/family/index');
  await see(page, '还没有添加家人');
  await look('family');
  await button(page, '添加家人').click();
  await button(page, '核对并添加').click();
  await look('familyFaults');
}

/** From another province, by pasted content; the stand-in reads codes of its own form. */
export async function arrivalScreens({ page, look, open, visitor }: Walk): Promise<void> {
  const { idNumber } = demoPersonOf('resident');
  const read = async (content: string) => {
    await page.locator('.pasted__input:visible textarea').fill(content);
    await button(page, '读取粘贴的内容').click();
  };
  visitor.tolerate(/422 .*national-code/);
  await open('packages/health/arrival/index');
  await see(page, '出发前');
  await look('arrival');
  await read('https://example.com/');
  await see(page, '这不是有效的国家健康码');
  await look('arrivalRefused');
  await button(page, '打开相机扫码').click();
  await page.locator('.viewfinder--running:visible').waitFor();
  await look('arrivalCamera');
  await button(page, '关闭相机').click();
  await read(`GK:green:110000:resident:${idNumber}`);
  // The word of success lies above the page for a moment.
  const success = page.getByText('已并入您的健康码');
  await success.waitFor();
  await success.waitFor({ state: 'hidden' });
  await see(page, '北京市');
  await look('arrivalMerged');
}
