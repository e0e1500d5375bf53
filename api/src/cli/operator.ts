import { parseArgs } from 'node:util';

import { createOperator, type OperatorInput } from '../commands/createOperator';
import { withServices } from './withServices';

const usage =
  '用法 / usage: npm run operator -- create --name 姓名 --phone 手机号 [--unit 单位名称] [--roles units,auditor] [--add]\n' +
  '  --roles  feeds, rules, approver, units, tracer, auditor\n' +
  '  --add  再增加一名运营人员 / adds another one where an operator exists already';

/** `npm run operator -- create`: the first operator of an empty database. The password is shown once. */
export function runOperator([verb, ...rest]: string[]): Promise<number> {
  const { values } = parseArgs({
    args: rest,
    options: {
      name: { type: 'string' },
      phone: { type: 'string' },
      unit: { type: 'string' },
      roles: { type: 'string' },
      add: { type: 'boolean', default: false },
    },
  });
  if (verb !== 'create' || !values.name || !values.phone) {
    console.error(usage);

    return Promise.resolve(64);
  }
  const { name, phone, unit, add, roles } = values;

  return withServices(async (services) => {
    const created = await createOperator(services, {
      name,
      phone,
      unitName: unit ?? services.config.brand.operator,
      add,
      ...(roles === undefined ? {} : { roles: roles.split(',') as OperatorInput['roles'] }),
    });
    console.log(`手机号 / phone     ${created.phone}\n初始密码 / password ${created.password}`);
    console.log('首次登录须修改密码 / to be changed at the first sign-in');

    return 0;
  });
}
