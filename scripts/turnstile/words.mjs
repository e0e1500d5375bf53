/** What a gate says to a queue when it decides by itself. */
const failures = {
  malformed: ['健康码没有读全，请对准后再扫', 'not read completely, scan again'],
  unknownKey: ['不是本省的健康码，请联系工作人员', 'of another province'],
  forged: ['这不是有效的健康码', 'forged'],
  expired: ['健康码已过期或是截图，请刷新后出示', 'expired, or a picture'],
  notYetValid: ['健康码的时间不对，请刷新后出示', 'from the future'],
  revoked: ['该通行码已作废，请联系工作人员', 'revoked'],
  passesRefused: ['本处断网时不接受离线通行码，请联系工作人员', 'this place takes no outage pass'],
  listTooOld: ['名单过旧，请联系工作人员', 'the list of revoked passes is too old'],
  needsNetwork: ['断网中，请出示健康码', 'without network only a code can be verified'],
  notACode: ['请出示健康码', 'not a health code'],
  noKeys: ['尚未取得平台公钥，请联系工作人员', 'no keys were fetched yet'],
  fever: ['体温过高，请联系工作人员', 'fever'],
  test: ['断网中查不到核酸结果，请联系工作人员', 'without network nobody knows of a negative test'],
  temperature: ['请先测量体温', 'the temperature is to be measured first'],
  colour: ['请联系工作人员', 'this colour does not open the gate'],
};

/** @param {string} failure */
export function wordsOf(failure) {
  const [chinese, english] = failures[failure] ?? [failure, failure];

  return `${chinese} / ${english}`;
}
