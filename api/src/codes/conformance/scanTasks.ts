import type { RevokedPass } from '@anxing/contract/offline/revocations';
import { showPass, type PassSecret } from '@anxing/contract/offline/passChain';
import { splitPass } from '@anxing/contract/offline/codeForms';
import { limits } from '@anxing/contract/limits';

import type { CodeKey } from '../keys';
import { newNumber } from '../number12';
import { issuePass, sha256 } from '../outagePass';
import { issuePersonalCode } from '../personalCode';
import type { RunKeys } from './runKeys';

/** One text before a gate without network. */
export interface ScanTask {
  /** What it is, for the report. */
  title: string;
  text: string;
  /** ms: when it is shown. */
  at: number;
  takesPasses: boolean;
  /** What the place asks for, as a heartbeat tells it. */
  testHours: number | null;
  opens: boolean;
}

export interface RunColours {
  /** Numbers inside codes. */
  opens: number;
  stays: number;
}

interface Making {
  keys: RunKeys;
  colours: RunColours;
  /** ms */
  at: number;
}

/** Of nobody. */
const reference = Buffer.from('00c0ffee00c0ffee', 'hex');
const stepMs = limits.passStepSeconds * 1_000;
const hourMs = 3_600_000;

function task(title: string, text: string, at: number, opens: boolean, takesPasses = true): ScanTask {
  return { title, text, at, takesPasses, testHours: null, opens };
}

function flipped(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

/** Another spelling of the same bytes: the spare bits of the last character are not zero. */
function otherSpelling(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  return text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.slice(-1)) + 1);
}

function recoloured(text: string, colour: number): string {
  const bytes = Buffer.from(text.slice(4), 'base64url');
  bytes.writeUInt8(colour, 17);

  return text.slice(0, 4) + bytes.toString('base64url');
}

function codeTasks({ keys, colours, at }: Making): ScanTask[] {
  const [first, second] = keys.known;
  const code = (key: CodeKey, ageMs: number, colour = colours.opens) =>
    issuePersonalCode(key, { reference, colour, now: at - ageMs });
  const good = code(first, 5_000);

  return [
    task('刚刷新的健康码', good, at, true),
    { ...task('要求核酸结果的服务点（断网时查不到）', code(first, 4_000), at, false), testHours: 48 },
    task('用另一枚平台公钥签名的健康码', code(second, 20_000), at, true),
    task('已显示 59 秒的健康码', code(first, 59_000), at, true),
    task('带首尾空白和换行的健康码', ` ${code(first, 2_000)}\r\n`, at, true),
    task('比设备时钟快 5 秒的健康码', code(first, -5_000), at, true),
    task('过期 30 秒的健康码', code(first, 90_000), at, false),
    task('昨天的健康码', code(first, 24 * hourMs), at, false),
    task('尚未生效的健康码（快 2 分钟）', code(first, -120_000), at, false),
    task('颜色不放行的健康码', code(first, 3_000, colours.stays), at, false),
    task('颜色被改写的健康码', recoloured(code(first, 3_000, colours.stays), colours.opens), at, false),
    task('签名被改动一位的健康码', flipped(good, 60), at, false),
    task('编号相同、密钥不同的健康码', code(keys.impostor, 5_000), at, false),
    task('密钥编号未知的健康码', code(keys.unknown, 5_000), at, false),
    task('被截短的健康码', good.slice(0, 100), at, false),
    task('同一内容的非规范编码', otherSpelling(good), at, false),
  ];
}

function shown(pass: PassSecret, at: number): string {
  return showPass(sha256, pass, at) ?? '';
}

/** The value of an old step under the number of the current one. */
function aged(text: string, steps: number): string {
  const bytes = Buffer.from(text.slice(4), 'base64url');
  bytes.writeUInt16BE(bytes.readUInt16BE(110) + steps, 110);

  return text.slice(0, 4) + bytes.toString('base64url');
}

function passTasks({ keys, colours, at }: Making): ScanTask[] {
  const [key] = keys.known;
  const pass = (ageMs: number, colour = colours.opens) =>
    issuePass(key, { reference, colour, now: at - ageMs });
  const [good, old] = [pass(2 * hourMs), pass(11 * hourMs)];
  const over = pass(12 * hourMs + 60_000);

  return [
    task('正在显示的离线通行码', shown(good, at), at, true),
    task('签发 11 小时的离线通行码', shown(old, at), at, true),
    task('离线通行码的截图（两分钟前）', shown(good, at - 4 * stepMs), at, false),
    task('改了步数的离线通行码截图', aged(shown(good, at - 4 * stepMs), 4), at, false),
    task('超过 12 小时的离线通行码', shown(over, at - 70_000), at, false),
    task('颜色不放行的离线通行码', shown(pass(hourMs, colours.stays), at), at, false),
    task('签名被改动的离线通行码', flipped(shown(good, at), 80), at, false),
    task('服务点不接受离线通行码', shown(good, at), at, false, false),
  ];
}

/** A pass that was revoked, and one that was issued after its holder's colour had changed. */
function revokedTasks({ keys, colours, at }: Making): { tasks: ScanTask[]; passes: RevokedPass[] } {
  const other = Buffer.from('00dead0000dead00', 'hex');
  const issue = (ageMs: number) =>
    issuePass(keys.known[0], { reference: other, colour: colours.opens, now: at - ageMs });
  const [before, after] = [shown(issue(3 * hourMs), at), shown(issue(hourMs), at)];
  const idOf = (text: string) => Buffer.from(splitPass(text)?.id ?? []).toString('base64url');
  const changedAt = at - 2 * hourMs;
  const ids = new Set([idOf(before), idOf(after)]);

  return {
    tasks: [
      task('已作废的离线通行码', before, at, false),
      task('变色之后重新签发的离线通行码', after, at, true),
    ],
    passes: [...ids].map((id) => ({ id, before: changedAt })),
  };
}

/** An invented number: its area, date and check character are in order, and nobody has it. */
const idNumber = '35010219900101001X';

function otherTasks({ at }: Making): ScanTask[] {
  const number = newNumber();
  const mistyped = number.slice(0, 11) + ((Number(number[11]) + 1) % 10);

  return [
    ['纸质卡（断网时不能确认颜色）', `AX3:${Buffer.alloc(21, 17).toString('base64url')}`],
    ['12 位数字（断网时不能确认颜色）', number],
    ['校验位不对的 12 位数字', mistyped],
    ['身份证号码', idNumber],
    ['场所张贴码', `https://code.example.gov.cn/p/${'A'.repeat(31)}`],
    ['付款码', '134567890123456789'],
    ['网址', 'https://www.example.com/'],
    ['其他省份的健康码', 'HEALTHCODE:OTHER:0123456789ABCDEF'],
    ['空白', ' '],
  ].map(([title = '', text = '']) => task(title, text, at, false));
}

/** What stands before the gate of a run. Texts differ each time, what is right never does. */
export function scanTasks(making: Making): { tasks: ScanTask[]; revoked: RevokedPass[] } {
  const { tasks, passes } = revokedTasks(making);

  return {
    tasks: [...codeTasks(making), ...passTasks(making), ...tasks, ...otherTasks(making)],
    revoked: passes,
  };
}
