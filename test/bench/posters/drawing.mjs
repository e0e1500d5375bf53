import { readFileSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/**
 * Draws one batch in a process of its own, with the worker that the server uses, and tells what it took.
 * Arguments: worker, file, posters, size.
 */
const [program, file, count, size] = process.argv.slice(2);

const theme = {
  brand: '#0958d9',
  onBrand: '#ffffff',
  ink: '#1f1f1f',
  soft: '#595959',
  tint: '#f0f5ff',
  line: '#d9d9d9',
};
const steps = [
  { title: '微信扫码', lines: ['打开微信“扫一扫”', '对准二维码，点“信息登记”'] },
  { title: '支付宝扫码', lines: ['打开支付宝“扫一扫”', '对准二维码，点“信息登记”'] },
  { title: '其他方式', lines: ['手机相机也可直接扫码', '没有手机请联系工作人员'] },
];
const places = ['购物广场', '社区卫生服务中心', '第一小学', '农贸市场', '行政服务中心', '公共汽车总站'];
const doors = ['东门', '（江滨店）', '一层大厅', '地下二层 B2-18 号车位旁出入口', ''];

/** Every poster has a name, an address, a link and a code of its own. */
function contentOf(number) {
  const place = `示例${places[number % places.length]}${number}号${doors[number % doors.length]}`;

  return {
    title: '进门请扫码',
    subtitle: '一人一扫 · 亮码通行 · 配合查验',
    name: place,
    address: `示例省示例市江滨区示例大道 ${number} 号${number % 7}层 ${number % 11} 号门`,
    link: `https://code.example.gov.cn/p/${String(number).padStart(31, 'EQECAwQFBgcIAAHqF3m2Zx0VnW3kLQc')}`,
    shortCode: `7KQ-2MD-${String(number % 1000).padStart(3, '0')}`,
    footer: '安行码 · 服务热线 12345',
    steps,
    validFrom: '2026-11-21',
    serial: 1,
  };
}

function draw(contents) {
  const worker = new Worker(program, { workerData: { file, contents, theme, size } });

  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', resolve);
  });
}

const contents = Array.from({ length: Number(count) }, (_, i) => contentOf(i));
const started = process.hrtime.bigint();
await draw(contents);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const { user, system } = process.cpuUsage();
const cpu = (user + system) / 1e6;
const pages = readFileSync(file, 'latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
const memory = process.resourceUsage().maxRSS * 1024;

console.log(JSON.stringify({ seconds, cpu, bytes: statSync(file).size, memory, pages }));
