import { tellScanned, type ScannedKind } from '@anxing/contract/scanned';

const told: [string, ScannedKind, string?][] = [
  [`AX1:${'A'.repeat(115)}`, 'code'],
  [`ＡＸ１：${'A'.repeat(115)}`, 'code', `AX1:${'A'.repeat(115)}`],
  [`ax1:${'a'.repeat(115)}\n`, 'code', `AX1:${'a'.repeat(115)}`],
  ['AX2:abc', 'pass'],
  ['AX3:abc', 'card'],
  ['AXI:v1.Ab_-9', 'idCard'],
  ['2455 1850 7112', 'number', '245518507112'],
  ['２４５５１８５０７１１２', 'number', '245518507112'],
  ['245518507113', 'numberMistyped'],
  ['35010219900101001x', 'idNumber', '35010219900101001X'],
  ['https://anxing.example/p/EAECAwQFBgcIAAGqu8zd7v8AESIzRFU', 'poster'],
  ['EAECAwQFBgcIAAGqu8zd7v8AESIzRFU', 'poster'],
  ['134567890123456789', 'payment'],
  ['2812345678901234567', 'payment'],
  ['https://qr.alipay.com/fkx1234', 'payment'],
  ['wxp://f2f0abc', 'payment'],
  ['https://example.com/hello', 'link'],
  ['www.example.com', 'link'],
  ['GK:green:420000:resident:420101199001011234', 'other'],
  ['', 'other'],
  ['你好', 'other'],
];

test.each(told)('%s is told as %s', (text, kind, clean = text) => {
  expect(tellScanned(text)).toEqual({ kind, text: clean });
});

test('what is endless is cut, and an ID number that begins like a payment code is none', () => {
  expect(tellScanned('1'.repeat(100_000)).text).toHaveLength(2_048);
  expect(tellScanned('110101199003072316').kind).toBe('idNumber');
  expect(tellScanned('134567890123456789').kind).toBe('payment');
});
