/** Static methods of Sequelize models that write rows without loading them as records. */
const bulkWrites = new Set([
  'update',
  'destroy',
  'bulkCreate',
  'upsert',
  'increment',
  'decrement',
  'truncate',
  'restore',
]);

/** 'Point' of `Point` and of `models.Point`, 'sequelize' of `database.sequelize`. */
function lastName(node) {
  if (node.type === 'Identifier') {
    return node.name;
  }

  return node.type === 'MemberExpression' && !node.computed ? node.property.name : undefined;
}

function faultOf(callee) {
  const object = lastName(callee.object) ?? '';
  const method = callee.property.name;
  if (bulkWrites.has(method) && /^[A-Z]/.test(object)) {
    return 'bulk';
  }
  if (method === 'query' && object === 'sequelize') {
    return 'raw';
  }

  return method === 'getQueryInterface' ? 'raw' : undefined;
}

/**
 * A write that nobody can trace must not exist: save(), destroy() and create() of the audited base model carry
 * actor, address and transaction into the audit chain; bulk and raw writes go past it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const auditedWrites = {
  meta: {
    type: 'problem',
    docs: { description: 'every write carries its audit event' },
    messages: {
      bulk:
        '{{call}} writes rows without an audit event. Load the records and save() or destroy() each, ' +
        'or create() them: the base model audits those.',
      raw: '{{call}} goes past the models and so past the audit. Use a model, or a function of storage/.',
    },
    schema: [],
  },
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || callee.computed) {
          return;
        }
        const messageId = faultOf(callee);
        if (messageId) {
          const call = `${lastName(callee.object) ?? '…'}.${callee.property.name}()`;
          context.report({ node: callee, messageId, data: { call } });
        }
      },
    };
  },
};
