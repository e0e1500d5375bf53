import { fileOf } from './fileOf.mjs';

const globals = new Set(['wx', 'my']);

/** Page and app settings are read by the build, once per platform, and never reach a phone as code. */
function mayKnow(file) {
  return file.startsWith('miniapp/src/platform/') || file.endsWith('.config.ts');
}

function isTaroEnv(node) {
  return !node.computed && node.property.name === 'TARO_ENV';
}

/**
 * Only miniapp/src/platform knows on which platform it runs; everything else asks it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const platformOnly = {
  meta: {
    type: 'problem',
    docs: { description: 'platform differences live in miniapp/src/platform' },
    messages: {
      platform: '{{name}} is for miniapp/src/platform alone: add a function there and call it.',
    },
    schema: [],
  },
  create(context) {
    if (mayKnow(fileOf(context))) {
      return {};
    }
    const report = (node, name) => context.report({ node, messageId: 'platform', data: { name } });

    return {
      MemberExpression(node) {
        if (isTaroEnv(node)) {
          report(node, 'process.env.TARO_ENV');
        }
      },
      'Program:exit'(node) {
        const outside = context.sourceCode.getScope(node).through;
        outside
          .map(({ identifier }) => identifier)
          .filter(({ name }) => globals.has(name))
          .forEach((identifier) => report(identifier, identifier.name));
      },
    };
  },
};
