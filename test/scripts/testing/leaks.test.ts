import path from 'node:path';

import { checkLeaks, findLeaks, listName } from '../../../scripts/testing/leaks.mjs';
import { useTemporaryFolder, writeFiles } from '../temporaryFolder';

const parent = useTemporaryFolder();
const name = '林小满';
const phone = '13800001234';
const idNumber = '350102199001011235';

function folder(): string {
  return path.join(parent(), 'logs');
}

function prepare(log: string | Uint8Array, list = `${name}\n${phone}\n${idNumber}\n李明\n`): void {
  writeFiles(folder(), { [listName]: list, 'steps/api.log': log });
}

describe('findLeaks', () => {
  it.each([
    ['a plain name', `{"msg":"found ${name}"}`],
    ['a name in a URL', `GET /people?name=${encodeURIComponent(name)}`],
    ['a name in lower-case percent signs', encodeURIComponent(name).toLowerCase()],
    ['a name in JSON escapes', '{"n":"\\u6797\\u5c0f\\u6ee1"}'],
    ['a name in a hexadecimal dump', `X'00${Buffer.from(name).toString('hex')}'`],
    ['a phone inside a longer number', `+86${phone}`],
    ['an ID number in a token', Buffer.from(`{"sub":"${idNumber}"}`).toString('base64url')],
    ['an ID number at another alignment', Buffer.from(`{"number":"${idNumber}"}`).toString('base64')],
    ['bytes of a database file', Buffer.concat([Buffer.from([0, 255, 254]), Buffer.from(phone)])],
  ])('finds %s', (_what, log) => {
    prepare(log);

    expect(findLeaks(folder()).leaks).toHaveLength(1);
  });

  it('looks into dumps and files of every folder', () => {
    prepare('nothing here');
    writeFiles(folder(), { 'mariadb.dump': `INSERT INTO persons VALUES ('${name}')` });

    expect(findLeaks(folder())).toMatchObject({
      values: 3,
      files: 2,
      leaks: [expect.stringContaining(name)],
    });
  });

  it('looks into the SQLite databases that tests left, and at nothing else there', () => {
    prepare('nothing here');
    const databases = path.join(folder(), '../databases');
    writeFiles(databases, { 'a/test.sqlite-wal': `..${idNumber}..`, 'a/photo.y4m': phone });

    expect(findLeaks(folder(), databases).leaks).toEqual([expect.stringContaining(idNumber)]);
  });

  it('does not mistake masked values and short names for leaks', () => {
    prepare('林** 138****1234 35*************235 李明');

    expect(findLeaks(folder()).leaks).toEqual([]);
  });
});

describe('checkLeaks', () => {
  it('says how much it has looked at', () => {
    prepare('x'.repeat(3000));

    expect(checkLeaks(folder())).toMatch(/^3 values, 1 files, 3 kB/);
  });

  it('fails on a leak and shows where it stands', () => {
    prepare(`sms to ${phone} sent`);

    expect(() => checkLeaks(folder())).toThrow(/steps\/api\.log: 13800001234 in «sms to/);
  });

  it.each([
    ['no list', 'log', ''],
    ['no logs', '', `${name}\n`],
  ])('fails when there is %s', (_what, log, list) => {
    prepare(log, list);

    expect(() => checkLeaks(folder())).toThrow('nothing to check');
  });
});
