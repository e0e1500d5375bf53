import { adviceFor } from './advice.mjs';
import { Fault } from './fault.mjs';

const ofFiles = /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR)$/;

/** Node says ENOENT of a folder that it cannot make on a read-only file system, when those above it are made too. */
function codeOf({ code, syscall }) {
  return code === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : code;
}

function sentenceOf(code, { path, message }) {
  return ofFiles.test(code) && path ? `无法使用 ${path} / ${path} cannot be used (${code})` : message;
}

/** Faults of the system carry a code, not a sentence. What nobody at a terminal can mend stays what it is. */
export function explained(error) {
  if (error?.name === 'Fault' || typeof error?.code !== 'string') {
    return error;
  }
  const code = codeOf(error);
  const advice = adviceFor(code);

  return advice ? new Fault(sentenceOf(code, error), advice) : error;
}
