import { fileOf } from './fileOf.mjs';
import { importFault, scriptImportFault } from './importFault.mjs';

function isRunAtOnce(node) {
  return node.type !== 'ImportExpression' && node.type !== 'TSImportType';
}

function faultOf(file, node, specifier) {
  if (file.startsWith('scripts/') && isRunAtOnce(node)) {
    return scriptImportFault(specifier);
  }

  return importFault(file, specifier);
}

/**
 * Imports only go the way docs/architecture draws them; types count too, since they tie modules just as much.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importDirections = {
  meta: {
    type: 'problem',
    docs: { description: 'imports go down the layers only' },
    messages: { direction: 'Import of {{specifier}}: {{fault}}.' },
    schema: [],
  },
  create(context) {
    const file = fileOf(context);
    const check = (node) => {
      const specifier = node.source?.value;
      const fault = typeof specifier === 'string' ? faultOf(file, node, specifier) : undefined;
      if (fault) {
        context.report({ node: node.source, messageId: 'direction', data: { specifier, fault } });
      }
    };

    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};
