import { buildAdmin } from './buildAdmin.mjs';
import { buildApi } from './buildApi.mjs';
import { buildMiniapp } from './buildMiniapp.mjs';
import { miniappSettings } from './miniappSettings.mjs';

const shared = ['contract', 'config', 'tsconfig.json', 'package-lock.json'];

/** Settings that end up inside a compiled mini-program make it another one. */
function settingsOf(platform) {
  return Object.entries(miniappSettings(platform))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

function miniapp(platform, title, limits) {
  return {
    title,
    sources: ['miniapp', ...shared, 'scripts/lib/buildMiniapp.mjs'],
    settings: () => settingsOf(platform),
    output: `miniapp/dist/${platform}`,
    proof: `miniapp/dist/${platform}/${platform === 'h5' ? 'index.html' : 'app.json'}`,
    build: () => buildMiniapp(platform),
    limits,
  };
}

const megabyte = 1024 * 1024;

/**
 * The programs that are built, each with what it is made of and where it goes. Limits in bytes: a package and all
 * packages of a mini-program together (WeChat 2 MB and 30 MB, Alipay 2 MB and 8 MB).
 */
export const programs = {
  api: {
    title: '接口 / API',
    sources: ['api', ...shared, 'scripts/lib/buildApi.mjs'],
    output: 'api/dist',
    proof: 'api/dist/main.js',
    build: buildApi,
  },
  admin: {
    title: '管理后台 / Admin site',
    sources: ['admin', ...shared, 'scripts/lib/buildAdmin.mjs'],
    output: 'admin/dist',
    proof: 'admin/dist/index.html',
    build: buildAdmin,
  },
  weapp: miniapp('weapp', '微信小程序 / WeChat mini-program', {
    package: 2 * megabyte,
    total: 30 * megabyte,
  }),
  alipay: miniapp('alipay', '支付宝小程序 / Alipay mini-program', {
    package: 2 * megabyte,
    total: 8 * megabyte,
  }),
  h5: miniapp('h5', '网页版 / H5'),
};
