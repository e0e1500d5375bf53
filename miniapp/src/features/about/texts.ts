export const texts = {
  operator: '主办单位',
  province: '服务地区',
  hotline: '服务热线',
  hours: '服务时间',
  call: '拨打热线',
  policy: '隐私政策版本',
  promisesTitle: '我们的承诺',
  promises: [
    '扫描场所张贴码不会改变您的健康码颜色。',
    '橙码会逐条说明原因、数据来源和预计解除时间。',
    '任何单位查看您的信息都会留下记录，您随时可以查阅。',
    '到访记录到期自动删除。',
  ],
} as const;
