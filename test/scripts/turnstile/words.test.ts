import { errorTexts, type ErrorCode } from '@anxing/contract/errors';
import { checkDigit } from '@anxing/contract/number12';

import { decideHere } from '../../../scripts/turnstile/decide.mjs';
import { deviceVectors } from '../../support/devices/vectors';

const at = 1_795_221_000_000;
const vectors = new Map(Object.entries(deviceVectors()));
const publicKey = vectors.get('seeds')?.match(/codes\s+\S+\s+(\S{43})/)?.[1] ?? '';
const [code = '', pass = ''] = [vectors.get('code'), vectors.get('pass')];
const revocations = { asOf: at, passes: [] as object[], cards: [] as string[], complete: true };
const digits = '48291607335';
const digit = checkDigit(digits);

interface Case {
  list?: Partial<typeof revocations>;
  keyId?: number;
  after?: number;
  takesPasses?: boolean;
}

async function whyOf(object: string, { list, keyId = 1, after = 0, takesPasses = true }: Case = {}) {
  const lists = {
    keys: [{ id: keyId, publicKey }],
    colours: [null, 'green'],
    opens: [1],
    revocations: { ...revocations, ...list },
  };
  const decided = await decideHere({ lists, takesPasses }, { object }, at + after);
  expect(decided).toMatchObject({ opens: false, decision: 'stop', isPassage: false });

  return decided.why;
}

const both = ([, chinese, english]: (typeof errorTexts)[ErrorCode]) => `${chinese} / ${english}`;

const asThePlatform: [string, string, ErrorCode, Case?][] = [
  ['an expired code, or a picture of it', code, 'code_expired', { after: 70_000 }],
  ['a pass that was shown before', pass, 'code_expired', { after: 41_000 }],
  ['a code of later', code, 'code_not_yet_valid', { after: -60_000, list: { asOf: at - 90_000 } }],
  ['a forged code', code.replace(/.$/, code.endsWith('A') ? 'Q' : 'A'), 'code_forged'],
  ['a code of another key', code, 'code_unknown_key', { keyId: 2 }],
  ['half a code', code.slice(0, 60), 'code_unreadable'],
  ['a payment code', '134012345678901234', 'object_payment'],
  ['an address', 'https://example.cn/x', 'object_link'],
  ['a poster', `https://code.example.gov.cn/p/${'a'.repeat(31)}`, 'object_poster'],
  ['a mistyped number', digits + ((digit + 1) % 10), 'number_mistyped'],
  ['the number of an identity card', '35010219900307003X', 'object_id_number'],
  ['a pass where none is taken', pass, 'pass_not_taken', { takesPasses: false }],
];

const byItself: [string, string, string, Case?][] = [
  ['another province’s code', 'GJ0123456789', '没有网络时不能识别，请出示本省健康码'],
  ['a number', digits + digit, '没有网络时不能查 12 位数字，请扫健康码'],
  ['a paper card', `AX3:EA${'A'.repeat(26)}`, '没有网络时不能查纸质卡，请联系工作人员'],
  ['an old list', pass, '作废名单过旧，不能核验离线通行码', { list: { asOf: at - 13 * 3_600_000 } }],
  ['a clock that fell back', code, '本机时间不准，无法离线核验，请联系工作人员', { after: -60_000 }],
  ['an incomplete list', pass, '作废名单不完整，不能核验离线通行码', { list: { complete: false } }],
];

test.each(asThePlatform)(
  '%s is called as the platform calls it',
  async (_what, object, error, given = {}) => {
    expect(await whyOf(object, given)).toBe(both(errorTexts[error]));
  },
);

test.each(byItself)(
  '%s has its own sentence without network',
  async (_what, object, sentence, given = {}) => {
    expect((await whyOf(object, given)).split(' / ')[0]).toBe(sentence);
  },
);

test('no sentence stands for two things', async () => {
  const all = [...asThePlatform.filter(([what]) => !what.startsWith('a pass that')), ...byItself];
  const said = await Promise.all(all.map(([, object, , given]) => whyOf(object, given)));
  expect(new Set(said).size).toBe(all.length);
});

test('an incomplete list says nothing of codes', async () => {
  const lists = {
    keys: [{ id: 1, publicKey }],
    colours: [null, 'green'],
    opens: [1],
    revocations: { ...revocations, complete: false },
  };
  const decided = await decideHere({ lists, takesPasses: true }, { object: code }, at);
  expect(decided).toMatchObject({ opens: true, list: { age: 0, isComplete: false } });
});
