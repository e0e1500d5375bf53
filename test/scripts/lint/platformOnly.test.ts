import path from 'node:path';

import { platformOnly } from '../../../scripts/lint/platformOnly.mjs';
import { ruleTester } from './ruleTester';

const inside = path.resolve('miniapp/src/platform/scan.ts');
const settings = path.resolve('miniapp/src/pages/code/index.config.ts');
const filename = path.resolve('miniapp/src/pages/code/index.tsx');
const errors = [{ messageId: 'platform' }];

ruleTester.run('platformOnly', platformOnly, {
  valid: [
    { filename: inside, code: "export const isH5 = process.env.TARO_ENV === 'h5';" },
    { filename: inside, code: 'wx.scanCode({});' },
    { filename: settings, code: "export default { share: process.env.TARO_ENV === 'weapp' };" },
    { filename, code: 'const my = places.mine; show(my.name);' },
    { filename, code: 'trail.my.count();' },
    { filename, code: 'const mode = process.env.NODE_ENV;' },
  ],
  invalid: [
    { filename, errors, code: "if (process.env.TARO_ENV === 'weapp') {}" },
    { filename, errors, code: 'wx.login({});' },
    { filename, errors, code: 'my.getAuthCode({});' },
  ],
});
