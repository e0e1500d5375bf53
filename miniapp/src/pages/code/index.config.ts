export default definePageConfig({
  navigationBarTitleText: '我的健康码',
  // Browsers bring their own pulling, and Taro's would lie above the page.
  enablePullDownRefresh: process.env.TARO_ENV !== 'h5',
});
