import { RuleTester } from 'eslint';
import { parser } from 'typescript-eslint';

/** Tries a rule of ours on TypeScript sources; files are named from the checkout's root. */
export const ruleTester = new RuleTester({
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
});
