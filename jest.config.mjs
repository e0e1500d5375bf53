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
  moduleNameMapper,
  ...extra,
});

export default {
  projects: [
    project('unit', ['contract', 'api/unit', 'scripts']),
    project('api', ['api/http'], {
      setupFiles: ['<rootDir>/test/support/shutNetwork.ts'],
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
    project('e2e', ['e2e']),
  ],
};
