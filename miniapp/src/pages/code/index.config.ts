export default definePageConfig({
  navigationBarTitleText: '我的健康码',
  enablePullDownRefresh: true,
});
