export const texts = {
  title: '登录',
  hint: '登录后可申领和出示健康码、登记到访场所',
  weapp: '微信一键登录',
  alipay: '支付宝授权登录',
  h5: '登录',
  busy: '正在登录…',
  refused: '未获得授权，请重试',
} as const;
