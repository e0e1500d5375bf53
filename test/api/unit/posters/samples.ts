import type { PosterContent, PosterTheme } from '../../../../api/src/posters/content';

export const theme: PosterTheme = {
  brand: '#0958d9',
  onBrand: '#ffffff',
  ink: '#12263f',
  soft: '#4b5b70',
  tint: '#eef4ff',
  line: '#d5e0ee',
};

export function posterContent(changes: Partial<PosterContent> = {}): PosterContent {
  return {
    title: '进门请扫码',
    subtitle: '一人一扫 · 亮码通行 · 配合查验',
    name: '示例商业广场（江滨店）',
    address: '示例省示例市江滨区浦上大道 274 号一层 3 号门',
    link: 'https://code.example.gov.cn/p/EQECAwQFBgcIAAHqF3m2Zx0VnW3kLQc',
    shortCode: '7KQ-2MD-X4H',
    footer: '安行码 · 示例省大数据中心监制 · 服务热线 12345',
    steps: [
      { title: '微信扫码', lines: ['打开微信“扫一扫”', '对准上方二维码，确认登记'] },
      { title: '支付宝扫码', lines: ['打开支付宝首页“扫一扫”', '对准上方二维码，确认登记'] },
    ],
    validFrom: '2026-11-21',
    serial: 3,
    ...changes,
  };
}

const hospital =
  '示例市第一人民医院江口院区发热门诊预检分诊处（含核酸采样点、隔离观察区、二十四小时自助缴费厅）';
const wayThere =
  '示例省示例市江口区罗星街道沿山西路与港口路交叉口东南侧约 120 米，原示例造船厂第三生产区大门往里直行 300 米左转，' +
  '经过示例社区党群服务中心、老年人日间照料中心以及邮政储蓄银行后，地下二层 B2-18 号车位旁电梯厅西侧出入口';

/** Names and addresses as short, long and awkward as they come. */
export const places: Record<string, Partial<PosterContent>> = {
  ordinary: {},
  shortest: { name: '店', address: '' },
  longest: { name: `${hospital}及北侧停车场入口岗亭`.slice(0, 60), address: wayThere.slice(0, 120) },
  brackets: { name: '《示例》书城（（一层））【东区】“咖啡”', address: '（北门）（地铁 2 号线 B 口）' },
  latin: {
    name: 'Riverside Shopping Centre & Co. (Building 12B)',
    address: '12B Riverside Road, Example City 350007',
  },
  markup: { name: '<script>alert("x")</script>&\'店', address: ']]> <!-- & &amp; "引号"' },
  mixed: { name: 'A座3号楼Wi-Fi体验中心2026店', address: '软件园二期 12 号楼 B1 层 5G 展厅' },
};
