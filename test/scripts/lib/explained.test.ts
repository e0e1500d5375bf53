import { explained } from '../../../scripts/lib/explained.mjs';
import { Fault } from '../../../scripts/lib/fault.mjs';

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: told by the system`), { code, ...(path && { path }) });
}

describe('explained', () => {
  it.each([
    ['ENOSPC', 'The disk is full'],
    ['EDQUOT', 'The disk is full'],
    ['EACCES', 'No permission to write'],
    ['EROFS', 'ANXING_VAR'],
    ['ENOTDIR', 'A file stands where a folder should be'],
    ['EEXIST', 'A file stands where a folder should be'],
  ])('says of %s where and what to do', (code, advice) => {
    expect(explained(systemError(code, '/srv/var'))).toMatchObject({
      name: 'Fault',
      message: `无法使用 /srv/var / /srv/var cannot be used (${code})`,
      advice: expect.stringContaining(advice),
    });
  });

  it('knows a read-only place by the way Node names it', () => {
    const error = Object.assign(systemError('ENOENT', '/srv/var'), { syscall: 'mkdir' });

    expect(explained(error)).toMatchObject({ message: expect.stringContaining('(EROFS)') });
    expect(explained(systemError('ENOENT', '/srv/var'))).not.toBeInstanceOf(Fault);
  });

  it('keeps the system’s sentence where no place is known', () => {
    const { message } = explained(systemError('ENOSPC')) as Error;

    expect(message).toBe('ENOSPC: told by the system');
  });

  it('leaves alone what was written for people, and what is our own mistake', () => {
    const own = new TypeError('x is not a function');
    const fault = new Fault('told');

    expect([explained(own), explained(fault), explained(undefined)]).toEqual([own, fault, undefined]);
  });
});
