import { auditedWrites } from '../../../scripts/lint/auditedWrites.mjs';
import { ruleTester } from './ruleTester';

const bulk = [{ messageId: 'bulk' }];
const raw = [{ messageId: 'raw' }];

ruleTester.run('auditedWrites', auditedWrites, {
  valid: [
    'await point.update({ name });',
    'await point.save({ transaction });',
    'await point.destroy();',
    'await Point.create({ name });',
    'await Point.findAll({ where });',
    "createHmac('sha256', key).update(value);",
    'await records.query(text);',
  ],
  invalid: [
    { code: 'await Point.update({ name }, { where });', errors: bulk },
    { code: 'await Point.destroy({ where });', errors: bulk },
    { code: 'await Passage.bulkCreate(rows);', errors: bulk },
    { code: 'await Setting.upsert(row);', errors: bulk },
    { code: 'await context.models.Point.destroy({ where });', errors: bulk },
    { code: 'await FlowCount.increment({ inside: 1 }, { where });', errors: bulk },
    { code: "await sequelize.query('DELETE FROM points');", errors: raw },
    { code: "await database.sequelize.query('UPDATE points SET name = 1');", errors: raw },
    { code: 'await sequelize.getQueryInterface().bulkDelete("points", {});', errors: raw },
  ],
});
