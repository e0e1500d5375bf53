export default definePageConfig({ navigationBarTitleText: '纸质卡' });
