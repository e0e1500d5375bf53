/** What a gate says to a queue when it decides by itself; what the platform says too, in the platform's words. */
const failures = {
  clockWrong: [
    '本机时间不准，无法离线核验，请联系工作人员',
    'The clock of this gate is wrong: nothing can be verified without network',
  ],
  malformed: ['健康码没有读全，请对准后再扫', 'The code was not read completely, scan again'],
  unknownKey: ['不是本省的健康码，或是旧码，请出示最新的', 'The code is of another province, or an old one'],
  forged: ['伪造或外省的健康码，请核实其身份', 'The code is forged, or of another province'],
  expired: ['健康码已过期或是截图，请当场刷新后出示', 'The code has expired, or is a picture of one'],
  used: [
    '此码刚在这里用过，请刷新后再扫',
    'The code has just opened this gate, refresh it and show the new one',
  ],
  passUsed: [
    '此离线通行码刚在这里用过，请等它更换后再扫',
    'The outage pass has just opened this gate, show its next step',
  ],
  notYetValid: ['健康码的时间不对，请刷新后重新出示', 'The code is from the future, show a fresh one'],
  revoked: ['离线通行码已作废，请联系工作人员', 'The outage pass was revoked'],
  passesRefused: ['该服务点不接受离线通行码', 'The point takes no outage passes'],
  listTooOld: ['作废名单过旧，不能核验离线通行码', 'The list of revoked passes is too old'],
  listIncomplete: ['作废名单不完整，不能核验离线通行码', 'The list of revoked passes is not complete'],
  needsNetwork: ['没有网络时不能查验，请联系工作人员', 'Without network it cannot be checked'],
  notACode: ['无法识别，请出示健康码', 'What was scanned is not recognised'],
  noKeys: ['尚未取得平台公钥，请联系工作人员', 'No keys were fetched yet'],
  device_disabled: ['平台已停用本闸机，请联系工作人员', 'The platform has disabled this gate'],
  point_closed: ['平台已停用本服务点，请联系工作人员', 'The platform has closed this point'],
  fever: ['体温过高，请联系工作人员', 'Fever'],
  test: ['没有网络时查不到核酸结果，请联系工作人员', 'Without network nobody knows of a negative test'],
  temperature: ['请先测量体温', 'The temperature is to be measured first'],
  colour: ['请联系工作人员', 'This colour does not open the gate'],
};

/** What leads to nobody, or to nobody without network, by what it is. */
const kinds = {
  number: [
    '没有网络时不能查 12 位数字，请扫健康码',
    'Without network no 12-digit number can be looked up, scan the code',
  ],
  numberMistyped: ['12 位数字有误，请核对后重新输入', 'The 12 digits are mistyped'],
  idNumber: [
    '身份证号不能直接查验，请出示健康码，或请工作人员用手机识别身份证',
    'An ID number tells no status: show the code, or ask staff to read the card with a phone',
  ],
  card: ['没有网络时不能查纸质卡，请联系工作人员', 'Without network no paper card can be looked up'],
  poster: ['这是场所的张贴码，请扫通行人员的健康码', 'This is the poster of a place, not a code'],
  payment: ['这是付款码，请出示健康码', 'This is a payment code, not a health code'],
  link: ['这是网址或其他二维码，请出示健康码', 'This is an address, not a health code'],
  other: [
    '没有网络时不能识别，请出示本省健康码',
    'Without network only a code of this province can be verified',
  ],
};

/** Failures of which the sentence depends on what was shown. */
const byKind = new Set(['needsNetwork', 'notACode']);

/**
 * @param {string} failure
 * @param {string} [kind] what was shown, as `tellScanned` of the contract tells it
 */
export function wordsOf(failure, kind = '') {
  const [chinese, english] = (byKind.has(failure) ? kinds[kind] : undefined) ??
    failures[failure] ?? [failure, failure];

  return `${chinese} / ${english}`;
}
