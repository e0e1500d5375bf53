export default definePageConfig({ navigationBarTitleText: '今日扫码' });
