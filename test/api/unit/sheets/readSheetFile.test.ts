import { Worker } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';

import writeExcelFile from 'write-excel-file/node';

import { readSheetFile } from '../../../../api/src/sheets/readSheetFile';
import type { SheetFault } from '../../../../api/src/sheets/sheetFile';
import { writeCsv } from '../../../../api/src/sheets/writeCsv';
import { writeXlsx } from '../../../../api/src/sheets/writeXlsx';
import { zipOf, xlsxOf } from './files';

jest.setTimeout(60_000);

const read = (bytes: Uint8Array | string, rows = 10) => readSheetFile(Buffer.from(bytes), { rows });
const fault = (bytes: Uint8Array | string, rows = 10) =>
  read(bytes, rows).then(
    () => 'none',
    (error: { fault?: SheetFault }) => error.fault,
  );

/** `名称,地址` and `榕城,西门` as Excel in China writes them. */
const gb18030 = Buffer.from('c3fbb3c62cb5d8d6b70d0ae9c5b3c72ccef7c3c50d0a', 'hex');
const wanted = [
  ['名称', '地址'],
  ['榕城', '西门'],
];

describe('CSV', () => {
  test.each([
    ['UTF-8', Buffer.from('名称,地址\n榕城,西门\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeff名称,地址\r\n榕城,西门')],
    ['GB 18030', gb18030],
    [
      'UTF-16, as Excel’s Unicode text, with tabs',
      Buffer.from('\ufeff名称\t地址\r\n榕城\t西门\r\n', 'utf16le'),
    ],
    ['semicolons and old line ends', Buffer.from('名称;地址\r榕城;西门\r')],
  ])('is read in %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(wanted);
  });

  test('quotes hold commas, line breaks and quotes; spaces and empty rows behind the last go', async () => {
    expect(await read('"a, b","c\n""d"""\n 1 , 2 ,\n\n,,\n')).toEqual([
      ['a, b', 'c\n"d"'],
      ['1', '2', ''],
    ]);
  });

  test('empty rows between others keep the row numbers', async () => {
    expect(await read('a\n\nb\n')).toEqual([['a'], [''], ['b']]);
  });

  test.each<[string, Uint8Array | string, SheetFault]>([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'sheetUnreadable'],
    ['a quote that never ends', '"a,b\n', 'sheetUnreadable'],
    ['nothing', '', 'sheetEmpty'],
    ['only commas', ',,\n,,\n', 'sheetEmpty'],
    ['too many rows', `a\n${'b\n'.repeat(11)}`, 'sheetTooLong'],
    ['very many empty rows', '\n'.repeat(30_000), 'sheetTooLong'],
    ['an Excel file of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheetOldFormat'],
  ])('%s is refused', async (_, bytes, why) => {
    expect(await fault(bytes)).toBe(why);
  });
});

describe('xlsx', () => {
  test('what we write is read as it was, long numbers and formulas as text', async () => {
    const rows = [
      ['名称', '区划', '容量'],
      ['=HYPERLINK("http://x","y")', '350102000001', 120],
      ['+86', '@SUM(A1)', null],
    ];
    const file = await writeXlsx([
      { name: '服务点', widths: [20, 10, 10], rows },
      { name: '说明', widths: [10], rows: [['不读']] },
    ]);

    expect(await read(file)).toEqual([
      rows[0],
      ['=HYPERLINK("http://x","y")', '350102000001', '120'],
      ['+86', '@SUM(A1)', ''],
    ]);
    expect(file.toString('latin1')).not.toContain('<f>');
  });

  test('many rows go to the writer in pages: none holds up the thread that gives them', async () => {
    const rowsOf = (name: string) => Array.from({ length: 2_500 }, (_, i) => [`${name} ${i}`, i]);
    const post = jest.spyOn(Worker.prototype, 'postMessage');
    const file = await writeXlsx([
      { name: '一', widths: [20, 10], rows: rowsOf('甲') },
      { name: '二', widths: [20, 10], rows: rowsOf('乙') },
    ]);
    const messages = post.mock.calls.map(([message]) => message as { rows?: unknown[] } | null);
    post.mockRestore();

    expect(await read(file, 3_000)).toEqual(rowsOf('甲').map((row) => row.map(String)));
    const pages = messages.flatMap((message) => (message?.rows ? [message.rows.length] : []));
    expect(pages.reduce((sum, rows) => sum + rows, 0)).toBe(5_000);
    expect(Math.max(...pages)).toBeLessThanOrEqual(500);
  });

  test('numbers, dates and yes or no are told as text', async () => {
    const row = [
      12,
      0.5,
      true,
      { type: Date, value: new Date(Date.UTC(2026, 10, 21)), format: 'yyyy-mm-dd' },
    ];

    expect(await read(await writeExcelFile([row]).toBuffer())).toEqual([['12', '0.5', 'true', '2026-11-21']]);
  });

  test('a formula counts as what it was when the file was saved, an error as an empty cell', async () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>' +
      '<c r="C1" t="e"><f>#REF!</f><v>#REF!</v></c>';

    expect(await read(xlsxOf(`<row r="1">${cells}</row>`))).toEqual([['2', '2x']]);
  });

  test('the first sheet of a plain file', async () => {
    expect(await read(xlsxOf('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'))).toEqual([
      ['甲'],
    ]);
  });
});

describe('a hostile file is refused, and takes little time and memory', () => {
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);
  const packed = (megabytes: number) => deflateRawSync(zeros(megabytes));

  test('that unpacks to more than it may', async () => {
    const bomb = zipOf([
      { name: 'xl/worksheets/sheet1.xml', packed: packed(200), unpacked: 200 * 1024 * 1024 },
    ]);
    expect(bomb.length).toBeLessThan(300_000);
    expect(await fault(bomb)).toBe('sheetTooLarge');
  });

  test('of many parts that together unpack to more than it may', async () => {
    const part = packed(10);
    const parts = Array.from({ length: 12 }, (_, i) => ({
      name: `xl/${i}.xml`,
      packed: part,
      unpacked: 10 * 1024 * 1024,
    }));
    expect(await fault(zipOf(parts))).toBe('sheetTooLarge');
  });

  test.each([
    ['small', 10],
    ['enormous', 0xf0000000],
  ])('that says it is %s when it is not', async (_, unpacked) => {
    expect(await fault(zipOf([{ name: 'xl/workbook.xml', packed: packed(1), unpacked }]))).toBe(
      'sheetUnreadable',
    );
  });

  test('with two cells as far apart as can be', async () => {
    const cell = (place: string) => `<c r="${place}" t="inlineStr"><is><t>x</t></is></c>`;
    const rows = `<row r="1">${cell('XFD1')}</row><row r="1048576">${cell('A1048576')}</row>`;
    expect(['sheetTooLarge', 'sheetTooLong']).toContain(await fault(xlsxOf(rows)));
  });

  test('with entities that grow', async () => {
    const head =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">' +
      '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>';
    const rows = await read(xlsxOf(cells, head)).catch((error: { fault: string }) => error.fault);
    expect(JSON.stringify(rows).length).toBeLessThan(100);
  });

  test.each([
    ['encrypted', zipOf([{ name: 'a.xml', packed: packed(1), unpacked: 1024 * 1024, flags: 1 }])],
    [
      'packed in another way',
      zipOf([{ name: 'a.xml', packed: packed(1), unpacked: 1024 * 1024, method: 14 }]),
    ],
    ['cut off', zipOf([{ name: 'a.xml', packed: packed(1), unpacked: 1024 * 1024 }]).subarray(0, 200)],
    [
      'a zip of something else',
      zipOf([{ name: 'a.txt', packed: deflateRawSync(Buffer.from('x')), unpacked: 1 }]),
    ],
    ['only its first bytes', Buffer.from('PK\u0003\u0004')],
  ])('%s', async (_, bytes) => {
    expect(await fault(bytes)).toBe('sheetUnreadable');
  });
});

test('CSV that we write holds no formula, and is read as it was', async () => {
  const rows = [
    ['名称', '备注'],
    ['=1+1', '+86'],
    ['@x', '-2'],
    ['"a", b\nc', "'quoted'"],
    ['\t=1', ''],
  ];
  const file = writeCsv(rows);

  expect(file.subarray(0, 3)).toEqual(Buffer.from('efbbbf', 'hex'));
  const lines = file.toString().slice(1).split('\r\n');
  expect(lines.flatMap((line) => line.split(',')).filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  expect(await read(file)).toEqual([...rows.slice(0, 4), ["'\t=1", '']]);
});
