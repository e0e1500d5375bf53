export default definePageConfig({ navigationBarTitleText: '外省来访' });
