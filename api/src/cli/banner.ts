import type { DemoFile } from '../base/demoFile';
import type { Settings } from '../base/settings';

function accountLine({ title, phone, password, smsCode, where, hint }: DemoFile['accounts'][number]): string {
  const proof = [password && `密码 ${password}`, smsCode && `验证码 ${smsCode}`].filter(Boolean).join('  ');

  return `  ${title}  ${phone}  ${proof}  → ${where}${hint ? `\n      ${hint}` : ''}`;
}

/** What a start prints: where to go, and in the demo who to be. */
export function banner(settings: Settings, port: number, demo: DemoFile | undefined): string {
  const url = demo?.url ?? `http://${settings.host}:${port}`;
  const lines = ['', `安行码已启动 / Anxing is up: ${url}/`];
  if (demo) {
    lines.push(
      '',
      '演示账号 / demo accounts（数据均为虚构 / all invented）:',
      ...demo.accounts.map(accountLine),
      '',
      `演示张贴码 / demo poster: ${demo.poster.point}`,
      `  ${demo.poster.link}`,
    );
  } else {
    lines.push(`对外地址 / public origin: ${settings.origin}`);
  }
  lines.push('', 'Ctrl-C 停止 / stops', '');

  return lines.join('\n');
}
