import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';

import { auditedWrites } from './scripts/lint/auditedWrites.mjs';
import { importDirections } from './scripts/lint/importDirections.mjs';
import { platformOnly } from './scripts/lint/platformOnly.mjs';

const house = { rules: { auditedWrites, importDirections, platformOnly } };
const typeScriptFiles = ['**/*.{ts,tsx}'];

export default defineConfig(
  { ignores: ['**/node_modules/', '**/dist/', 'var/', 'coverage/'] },
  {
    // A rule that is wrong somewhere is changed here, for all to see; comments switch nothing off.
    linterOptions: { noInlineConfig: true },
    plugins: { house },
  },
  js.configs.recommended,
  {
    rules: {
      'house/importDirections': 'error',
      'max-lines': ['error', 300],
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      curly: 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['scripts/**', 'test/bench/**', 'test/faults/**', '*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: typeScriptFiles,
    extends: [typescript.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  // Declarations of global types can be named in no other way.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/triple-slash-reference': 'off' } },
  { files: ['api/**'], rules: { 'no-console': 'error' } },
  { files: ['api/src/main.ts', 'api/src/cli/**'], rules: { 'no-console': 'off' } },
  { files: ['api/src/{commands,routes,jobs}/**'], rules: { 'house/auditedWrites': 'error' } },
  {
    files: ['{admin,miniapp}/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    // The plugin's other rules are conditions of the React compiler, which is not used here.
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/static-components': 'error',
      'react-hooks/set-state-in-render': 'error',
    },
  },
  { files: ['miniapp/src/**'], rules: { 'house/platformOnly': 'error' } },
);
