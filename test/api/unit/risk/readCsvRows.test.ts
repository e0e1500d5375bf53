import { readCsvRows } from '../../../../api/src/commands/feeds/readCsvRows';

const columns = [
  { name: 'idNumber', title: '证件号码', type: 'text', required: true },
  { name: 'note', title: '说明', type: 'text', required: false },
] as const;

async function* piecesOf(text: string, length: number) {
  for (let start = 0; start < text.length; start += length) {
    yield text.slice(start, start + length);
  }
}

/** The cells of the rows; texts come in pieces of so many characters. */
async function read(text: string, length = 3) {
  const rows = [];
  for await (const { cells, fault } of readCsvRows(piecesOf(text, length), [...columns])) {
    rows.push(cells ?? fault);
  }

  return rows;
}

describe('the head tells what separates', () => {
  test.each([
    ['commas', '证件号码,说明\r\n1,二;期\t三\r\n', '二;期\t三'],
    ['semicolons', 'idNumber;note\n1;二,期\n', '二,期'],
    ['tabs', '\uFEFF\r\n证件号码\t说明\r\n1\t二,期;三\r\n', '二,期;三'],
    ['commas beside what stands in quotes', '"证件号码",说明,"a;b;c"\n1,二,3\n', '二'],
  ])('%s', async (_name, text, note) => {
    expect(await read(text)).toMatchObject([{ idNumber: '1', note }]);
    expect(await read(text, 1_000)).toMatchObject([{ idNumber: '1', note }]);
  });

  test('of one column alone, too', async () => {
    expect(await read('证件号码\n1\n2\n')).toEqual([{ idNumber: '1' }, { idNumber: '2' }]);
  });
});

test('a column that is there twice is refused, by name or title', async () => {
  const refused = { fault: 'columnsTwice' };
  await expect(read('证件号码,idNumber\n1,2\n')).rejects.toMatchObject(refused);
  await expect(read('idNumber,说明,说明\n1,2,3\n')).rejects.toMatchObject(refused);
  expect(await read('idNumber,说明,,\n1,2,,\n')).toMatchObject([{ idNumber: '1', note: '2' }]);
});

test('nothing is no batch, and a first line without an end is not read for ever', async () => {
  await expect(read('')).rejects.toMatchObject({ fault: 'empty' });
  await expect(read('x'.repeat(200_000), 50_000)).rejects.toMatchObject({ fault: 'lineTooLong' });
});

describe('quotes that belong to nothing', () => {
  const linesOf = async (text: string, length = 3) => {
    const told = [];
    for await (const { line, cells, fault } of readCsvRows(piecesOf(text, length), [...columns])) {
      told.push([line, cells?.note ?? fault]);
    }

    return told;
  };

  test.each([
    ['within a cell', '1,5"6'],
    ['around a part of a cell', '1,阳光"花园"'],
    ['that close before the end of a cell', '1,"2026-11-22"x'],
    ['behind a blank', '1, "a"'],
  ])('%s cost their own line alone', async (_name, line) => {
    const expected = [
      [2, '一'],
      [3, 'rowBroken'],
      [4, '三'],
    ];
    expect(await linesOf(`证件号码,说明\n1,一\n${line}\n1,三\n`)).toEqual(expected);
    expect(await linesOf(`证件号码,说明\r\n1,一\r\n${line}\r\n1,三\r\n`, 1_000)).toEqual(expected);
  });

  test('tell of every line that they swallowed, and of none behind', async () => {
    const text = '证件号码,说明\r\n1,"一\r\n1,二\r\n1,三"\r\n1,四\r\n';
    expect(await linesOf(text)).toEqual([
      [2, 'rowBroken'],
      [3, 'rowBroken'],
      [4, 'rowBroken'],
      [5, '四'],
    ]);
  });

  test('doubled ones within a quoted cell are text', async () => {
    expect(await linesOf('证件号码\t说明\n1\t"阳光""花园"""\n""\t"""a"""\n')).toEqual([
      [2, '阳光"花园"'],
      [3, '"a"'],
    ]);
  });

  test.each([
    ['at the end', '证件号码,说明\n1,一\n1,"二\n', '第 3 行'],
    ['long before the end', `证件号码,说明\n1,"一\n${'1,二\n'.repeat(2_000)}`, '第 2 行'],
    ['with ends of two characters', '证件号码,说明\r\n1,一\r\n1,"二\r\n1,三\r\n', '第 3 行'],
    ['in the last line', '证件号码,说明\n1,"一', '第 2 行'],
  ])('one that is never closed refuses the file and is found: %s', async (_name, text, line) => {
    const refused = { fault: 'quotes', fields: [{ message: expect.stringContaining(line) }] };
    await expect(linesOf(text)).rejects.toMatchObject(refused);
  });
});

describe('a last line without its end', () => {
  const dated = [
    { name: 'building', title: '楼栋', type: 'text', required: false },
    { name: 'date', title: '日期', type: 'date', required: true },
    { name: 'until', title: '截止日期', type: 'until', required: false },
  ] as const;

  async function lastOf(text: string, head = 'building,date') {
    const rows = [];
    for await (const row of readCsvRows(piecesOf(`${head}\n甲,2026-11-22\n${text}`, 7), [...dated])) {
      rows.push(row);
    }

    return rows.at(-1);
  }

  test.each([
    ['a day in full', '乙,2026-11-23'],
    ['a day without marks', '乙,20261123'],
    ['what stands in quotes', '乙,"2026-1-2"'],
    ['any day before an end', '乙,2026-1-2\n'],
    ['fewer cells before an end, which are wrong for another reason', '乙,2026-1-2\n'],
  ])('counts with %s', async (_what, text) => {
    expect(await lastOf(text)).toMatchObject({ line: 3, fault: '', cells: { building: '乙' } });
  });

  test.each([
    ['a day of one digit', '乙,2026-11-2', 'date', 'building,date'],
    ['a month alone', '乙,2026-11', 'date', 'building,date'],
    ['an empty cell', '乙,', 'date', 'building,date'],
    ['a cell too few', '乙', 'building', 'building,date'],
    ['a text, which may go on', '2026-11-22,3', 'building', 'date,building'],
    ['a column that nobody knows', '乙,2026-11-23,x', '', 'building,date,other'],
  ])('is wrong with %s', async (_what, text, column, head) => {
    expect(await lastOf(text, head)).toEqual({ line: 3, cells: undefined, column, fault: 'rowCut' });
  });
});
