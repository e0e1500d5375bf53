// Parsed by Nodes that are too old for everything else: plain syntax only, no imports.

export const neededNode = '20.19.0';

function isOlder(version, needed) {
  const have = version.split('.').map(Number);
  const want = needed.split('.').map(Number);
  for (let i = 0; i < want.length; i += 1) {
    if (have[i] !== want[i]) {
      return have[i] < want[i];
    }
  }

  return false;
}

/** What to tell somebody whose Node is too old; an empty text when it will do. */
export function nodeVersionSentence(version) {
  if (!isOlder(version, neededNode)) {
    return '';
  }

  return (
    'Node.js ' +
    version +
    ' 版本过旧，需要 ' +
    neededNode +
    ' 或更高版本：请安装后在新的终端窗口重试。\n' +
    'Node.js ' +
    version +
    ' is too old; ' +
    neededNode +
    ' or later is needed. Install it (https://nodejs.org, or `nvm install 20`) and try again in a new terminal.'
  );
}
