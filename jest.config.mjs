/** Source is TypeScript with ES imports; swc turns it into CommonJS for the test run only. */
const transform = {
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true, decorators: false },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

const moduleNameMapper = { '^@anxing/contract/(.*)$': '<rootDir>/contract/src/$1' };

const project = (displayName, folders, extra = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
  testEnvironment: 'node',
  transform,
  // There is no CommonJS of these.
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  moduleNameMapper,
  ...extra,
});

/** Packages that are the same for every test file of the API, see test/support/outside. */
const outside = [
  '@asteasolutions/zod-to-openapi',
  '@koa/bodyparser',
  '@koa/router',
  'fontkit',
  'helmet',
  'ioredis',
  'jsonwebtoken',
  'koa',
  'koa-send',
  'libsql',
  'mysql2',
  'pdfkit',
  'pino',
  'prom-client',
  'rate-limiter-flexible',
  'sequelize',
  'supertest',
  'umzug',
  'undici',
  'zod',
].join('|');

export default {
  projects: [
    project('unit', ['contract', 'api/unit', 'scripts']),
    project('api', ['api/http'], {
      setupFiles: ['<rootDir>/test/support/shutNetwork.ts'],
      testEnvironment: '<rootDir>/test/support/outside/environment.mjs',
      transform: {
        [`/node_modules/(${outside})/`]: '<rootDir>/test/support/outside/transform.mjs',
        ...transform,
      },
      transformIgnorePatterns: [`/node_modules/(?!(${outside})/)`],
    }),
    project('admin', ['admin'], {
      testEnvironment: 'jsdom',
      moduleNameMapper: {
        ...moduleNameMapper,
        // The CommonJS build of the icons asks for an ES module.
        '^@ant-design/colors/es/(.*)$': '@ant-design/colors/lib/$1',
      },
    }),
    project('miniapp', ['miniapp'], {
      testEnvironment: 'jsdom',
      moduleNameMapper: {
        ...moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/test/support/taro/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/support/taro/taro.ts',
        '\\.(scss|css)$': '<rootDir>/test/support/taro/style.ts',
      },
    }),
    project('bench', ['support']),
    project('e2e', ['e2e'], { testEnvironment: '<rootDir>/test/support/e2e/environment.mjs' }),
  ],
};
