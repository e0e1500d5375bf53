export default definePageConfig({ navigationBarTitleText: '颜色依据' });
