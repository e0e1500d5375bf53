import { mainPages, packagePages } from './lib/routes';

/** Staff sign in on WeChat and Alipay only: H5 carries none of their pages. */
const staffRoots = process.env.TARO_ENV === 'h5' ? [] : ['packages/staff'];
const packageRoots = ['packages/records', 'packages/health', 'packages/info', ...staffRoots];

/**
 * Taro's H5 router hides the page before some hundred ms later, when the new one has slid in: whoever has gone back by then
 * would stand before an empty page.
 */
const withoutAnimation = process.env.TARO_ENV === 'h5' ? { animation: false } : {};

const subPackages = packageRoots.map((root) => ({
  root,
  pages: Object.values(packagePages)
    .filter((page) => page.startsWith(`${root}/`))
    .map((page) => page.slice(root.length + 1)),
}));

export default defineAppConfig({
  ...withoutAnimation,
  pages: Object.values(mainPages),
  subPackages,
  window: {
    navigationBarTitleText: '安行码',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    navigationStyle: 'default',
    backgroundColor: '#f2f5f9',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5b6470',
    selectedColor: '#0b57b7',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: mainPages.code,
        text: '亮码',
        iconPath: 'assets/tab/code.png',
        selectedIconPath: 'assets/tab/codeSelected.png',
      },
      {
        pagePath: mainPages.scan,
        text: '扫码登记',
        iconPath: 'assets/tab/scan.png',
        selectedIconPath: 'assets/tab/scanSelected.png',
      },
      {
        pagePath: mainPages.me,
        text: '我的',
        iconPath: 'assets/tab/me.png',
        selectedIconPath: 'assets/tab/meSelected.png',
      },
    ],
  },
  permission: { 'scope.userLocation': { desc: '工作人员填写扫码点的具体位置时使用' } },
  requiredPrivateInfos: ['getLocation'],
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
