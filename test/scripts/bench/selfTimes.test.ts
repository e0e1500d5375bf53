import { partOf, selfTimes } from '../../bench/profile/selfTimes.mjs';

function frame(functionName: string, url: string, lineNumber = 9) {
  return { functionName, url, lineNumber, columnNumber: 0 };
}

const profile = {
  nodes: [
    { id: 1, callFrame: frame('(idle)', '') },
    { id: 2, callFrame: frame('writeBatch', 'file:///a/api/src/passages/writeBatch.ts') },
    { id: 3, callFrame: frame('query', 'file:///a/node_modules/mysql2/lib/query.js') },
    { id: 4, callFrame: frame('', 'node:net') },
    // The same function, called from elsewhere.
    { id: 5, callFrame: frame('query', 'file:///a/node_modules/mysql2/lib/query.js') },
    { id: 6, callFrame: frame('never', 'file:///a/api/src/app.ts') },
  ],
  samples: [1, 2, 3, 4, 5],
  timeDeltas: [500, 200, 100, 50, 150],
};

function locate({ url, lineNumber }: { url: string; lineNumber: number }) {
  return { file: url.replace('file:///a/', ''), line: lineNumber + 1 };
}

test('self time is summed by function and by part, as a share of the time that was not idle', () => {
  const { busy, functions, parts } = selfTimes(profile, locate);

  expect(busy).toBe(0.5);
  expect(functions).toEqual([
    { name: 'query  node_modules/mysql2/lib/query.js:10', share: 0.5 },
    { name: 'writeBatch  api/src/passages/writeBatch.ts:10', share: 0.4 },
    { name: '(anonymous)  node:net:10', share: 0.1 },
  ]);
  expect(parts).toEqual([
    { name: 'mysql2', share: 0.5 },
    { name: 'api/src/passages', share: 0.4 },
    { name: 'node', share: 0.1 },
  ]);
});

test.each([
  ['', 'writeBuffer', '(native)'],
  ['', '(garbage collector)', '(garbage collector)'],
  ['', '(anonymous)', '(native)'],
  ['node:internal/timers', 'list', 'node'],
  ['../work/node_modules/@koa/router/lib/router.js', 'match', '@koa/router'],
  ['node_modules/a/node_modules/b/index.js', 'run', 'b'],
  ['api/src/app.ts', 'createApp', 'api/src/app'],
  ['api/db/migrations.ts', 'up', 'api/db'],
  ['contract/src/uuid7.ts', 'isUuid7', 'contract'],
  ['test/bench/plain/write.ts', 'writeOne', 'test'],
])('%s %s belongs to %s', (file, name, part) => {
  expect(partOf(file, name)).toBe(part);
});
