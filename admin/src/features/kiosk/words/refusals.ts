import { errorTexts, type ErrorCode } from '@anxing/contract/errors';
import type { OfflineFailure } from '@anxing/contract/offline/verifyOffline';
import type { ScannedKind } from '@anxing/contract/scanned';

import type { ApiError } from '../../../lib/api/apiError';
import type { Refusal } from '../types';

/** What is called across a hall, by the server's code. */
const headlines: Partial<Record<ErrorCode, string>> = {
  code_expired: '码已过期',
  code_not_yet_valid: '码的时间不对',
  code_forged: '伪造或外省码',
  code_unknown_key: '不是本省的码',
  code_unreadable: '没有读全',
  code_refused: '码已停用',
  card_forged: '伪造的卡',
  card_revoked: '卡已停用',
  number_mistyped: '数字有误',
  number_refused: '数字无效',
  object_id_number: '这是身份证号',
  object_poster: '这是张贴码',
  object_payment: '这是付款码',
  object_link: '这是网址',
  object_unknown: '无法识别',
  national_unknown_person: '本省未登记',
  national_code_refused: '国家码无效',
  national_unavailable: '国家平台无答复',
  point_closed: '点位已停用',
  too_many_requests: '查验过于频繁',
  forbidden: '没有权限',
};

export function refusalOf(code: ErrorCode): Refusal {
  return { headline: headlines[code] ?? '不能查验', sentence: errorTexts[code][1] };
}

function isKnown(code: string): code is ErrorCode {
  return code in errorTexts;
}

/** Why the server did not take something, when it tells the code only. */
export function textOfCode(code: string | null): string {
  return code !== null && isKnown(code) ? errorTexts[code][1] : '原因不明';
}

/** What the server refused, in its own words. */
export function refusalOfError({ code, message, fields, retryAfter }: ApiError): Refusal {
  const [field] = fields;
  const later = retryAfter ? `（约 ${retryAfter} 秒后再试）` : '';

  return {
    headline: (isKnown(code) && headlines[code]) || '不能查验',
    sentence: (field?.message ?? message) + later,
  };
}

const offlineCodes: Partial<Record<OfflineFailure, ErrorCode>> = {
  malformed: 'code_unreadable',
  unknownKey: 'code_unknown_key',
  forged: 'code_forged',
  expired: 'code_expired',
  notYetValid: 'code_not_yet_valid',
};

const offlineTexts: Partial<Record<OfflineFailure, Refusal>> = {
  clockWrong: { headline: '本机时间不准', sentence: '无法离线核验，请校准本机时间，或待网络恢复后再查' },
  revoked: { headline: '离线码已作废', sentence: '此人的健康码已有变化，请待网络恢复后再查' },
  passesRefused: { headline: '不收离线码', sentence: '本点位不接受离线通行码，请出示联网的健康码' },
  listTooOld: { headline: '不能核验离线码', sentence: '作废名单过旧或缺失，请待网络恢复后再查' },
};

const needsNetwork: Partial<Record<ScannedKind, string>> = {
  number: '没有网络时不能查 12 位数字，请扫健康码',
  card: '没有网络时不能查纸质卡，请核对证件并登记',
  other: '没有网络时不能识别，请出示本省健康码',
};

const kindCodes: Partial<Record<ScannedKind, ErrorCode>> = {
  idNumber: 'object_id_number',
  numberMistyped: 'number_mistyped',
  poster: 'object_poster',
  payment: 'object_payment',
  link: 'object_link',
};

/** Why something does not pass without network. */
export function offlineRefusal(kind: ScannedKind, failure: OfflineFailure): Refusal {
  // What is no code stays none with network.
  const code = kindCodes[kind] ?? (failure === 'notACode' ? 'object_unknown' : offlineCodes[failure]);
  if (code) {
    return refusalOf(code);
  }
  if (failure === 'needsNetwork') {
    return { headline: '需要网络', sentence: needsNetwork[kind] ?? '请待网络恢复后再查' };
  }

  return offlineTexts[failure] ?? refusalOf('object_unknown');
}

export const noKeys: Refusal = {
  headline: '不能离线核验',
  sentence: '尚未取得核验密钥，请先连上网络再打开本页',
};

export const noAnswer: Refusal = {
  headline: '没有答复',
  sentence: '服务器没有答复，请稍后再扫一次',
};
