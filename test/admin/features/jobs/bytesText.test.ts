import { bytesText } from '../../../../admin/src/features/jobs/bytesText';

test.each([
  [0, '0 字节'],
  [1, '1 字节'],
  [1023, '1023 字节'],
  [1024, '1.0 KB'],
  [1_572_864, '1.5 MB'],
  [200 * 1024 ** 2, '200 MB'],
  [3 * 1024 ** 4, '3072 GB'],
])('%d bytes read %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
