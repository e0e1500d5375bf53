import { StartRefused } from '../base/errors';

/** EX_IOERR of sysexits.h: what the database is refused with as well. */
const ioTrouble = 74;

const sentences: Record<string, string> = {
  ENOSPC: '磁盘已满，请清理空间后重试 / The disk is full: free some space and start again',
  EDQUOT: '磁盘配额已满 / The disk quota is used up',
  EACCES: '没有访问权限，请检查所有者与权限 / No permission: check owner and mode',
  EPERM: '没有访问权限，请检查所有者与权限 / No permission: check owner and mode',
  EROFS: '文件系统只读，请换一个位置 / The file system is read-only: use another place',
  ENOTDIR: '文件夹的位置上有一个同名文件 / A file stands where a folder should be',
  EEXIST: '文件夹的位置上有一个同名文件 / A file stands where a folder should be',
  EISDIR: '文件的位置上有一个同名文件夹 / A folder stands where a file should be',
};

/** What to tell whoever starts a program about a file or folder that it cannot use; undefined for any other fault. */
export function fileTrouble(error: unknown): StartRefused | undefined {
  const { code: told = '', path, syscall } = Object(error) as Partial<NodeJS.ErrnoException>;
  // Node says so of a folder that it cannot make on a read-only file system, when those above it are made too.
  const code = told === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : told;
  const sentence = sentences[code];
  if (!sentence || !syscall) {
    return undefined;
  }

  return new StartRefused(`${sentence}${path ? `: ${path}` : ''} (${code})`, ioTrouble);
}
