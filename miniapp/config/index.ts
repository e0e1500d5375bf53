import path from 'node:path';

import { defineConfig } from '@tarojs/cli';

const contractSource = path.resolve(__dirname, '../../contract/src');
/** Written for newer engines than some phones have; npm may place it here or at the root. */
const signatures = ['@noble/hashes/sha2.js', '@noble/ed25519'].map((name) =>
  path.dirname(require.resolve(name)),
);
/** npm may place this plugin beside us instead of at the root, where Taro's H5 runtime looks for it. */
const reactPlugin = path.dirname(require.resolve('@tarojs/plugin-framework-react/package.json'));
const platform = process.env.TARO_ENV ?? 'h5';

/** The mini-programs have no origin of their own; the H5 pages are served by the API. */
const defaultApi = platform === 'h5' ? '' : 'http://127.0.0.1:8080';

/** What `TARO_APP_*` variables of the build say; each has a default, so that none is undefined on the phone. */
const buildSettings = {
  TARO_APP_API: JSON.stringify(process.env.TARO_APP_API ?? defaultApi),
  TARO_APP_ORIGIN: JSON.stringify(process.env.TARO_APP_ORIGIN ?? ''),
  TARO_APP_MODE: JSON.stringify(process.env.TARO_APP_MODE ?? 'demo'),
  // Keeps DingTalk's library out of the H5 pages.
  SUPPORT_DINGTALK_NAVIGATE: JSON.stringify('disabled'),
};

interface WebpackModule {
  nameForCondition?: () => string | null;
}

/** Everything but the QR reader, which is loaded when a camera is used. */
function isNeededByPages(module: WebpackModule): boolean {
  return !/node_modules[\\/]jsqr[\\/]/.test(module.nameForCondition?.() ?? '');
}

/** The sounds of a verdict: too short for the build to leave them files by itself. H5 has no pages of the staff. */
const sounds = 'packages/staff/sounds';
const copied = platform === 'h5' ? [] : [{ from: `src/${sounds}/`, to: `dist/${platform}/${sounds}/` }];

export default defineConfig<'webpack5'>({
  projectName: 'anxing',
  date: '2026-11-1',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  plugins: [path.resolve(__dirname, 'aria/plugin.cjs')],
  alias: { '@tarojs/plugin-framework-react': reactPlugin },
  env: buildSettings,
  copy: { patterns: copied, options: {} },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  jsMinimizer: 'terser',
  cssMinimizer: 'csso',
  terser: { enable: true, config: { compress: { passes: 2 }, output: { comments: false } } },
  mini: {
    compile: { include: [contractSource, ...signatures] },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: '/m/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    devServer: {
      host: '127.0.0.1',
      port: 10086,
      open: false,
      // The Host stays the page's own, so that the API takes the page for one of its own.
      proxy: [{ context: ['/api', '/p/'], target: process.env.ANXING_API ?? 'http://127.0.0.1:8080' }],
    },
    compile: { include: [contractSource, ...signatures] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    webpackChain(chain) {
      // All our pages in one file: a page that is loaded when it is opened could not be opened without a network.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          default: false,
          defaultVendors: { test: /node_modules/, name: 'vendors', chunks: 'initial' },
          pages: { test: isNeededByPages, name: 'pages', chunks: 'async', enforce: true },
        },
      });
      chain.performance.maxEntrypointSize(700_000).maxAssetSize(700_000);
    },
    htmlPluginOption: { inject: 'head', scriptLoading: 'defer', favicon: 'src/assets/icon.png' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
});
