import { csvFile } from '../../../admin/src/lib/csv';

async function textOf(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
}

test('no cell of a CSV file is a formula, and quotes, commas and line ends stay inside their cell', async () => {
  const file = csvFile([
    ['行', '问题'],
    [-3, '=1+1'],
    [4, '+86'],
    [5, '@a "b", c\nd'],
  ]);

  expect(await textOf(file)).toBe('行,问题\r\n-3,"\'=1+1"\r\n4,"\'+86"\r\n5,"\'@a ""b"", c\nd"\r\n');
  expect(file.type).toBe('text/csv;charset=utf-8');
});
