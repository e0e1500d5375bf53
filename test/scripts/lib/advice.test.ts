import { adviceFor } from '../../../scripts/lib/advice.mjs';

describe('adviceFor', () => {
  it.each([
    ['npm error code ENOSPC', 'disk is full'],
    ['listen EADDRINUSE: address already in use 127.0.0.1:8080', 'PORT=8081'],
    ["EACCES: permission denied, mkdir 'node_modules'", 'chown'],
    ['EROFS', 'ANXING_VAR'],
    ["ENOTDIR: not a directory, mkdir 'var/x'", 'A file stands where a folder should be'],
    ['npm error network request failed, reason: getaddrinfo ENOTFOUND', 'network'],
    ['npm error code E403', 'registry refused'],
    [
      '`npm ci` can only install packages when your package.json and package-lock.json are in sync',
      'npm install',
    ],
    ['FATAL ERROR: JavaScript heap out of memory', 'memory'],
  ])('knows what to do about: %s', (output, expected) => {
    expect(adviceFor(output)).toContain(expected);
  });

  it('says nothing about what it does not know', () => {
    expect(adviceFor('TypeError: x is not a function')).toBe('');
    expect(adviceFor('TypeError', 'ask')).toBe('ask');
  });
});
