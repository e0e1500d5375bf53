import { z } from 'zod';

import { line, personName, phone } from '@anxing/contract/fields';
import { limits } from '@anxing/contract/limits';
import { operatorRoles } from '@anxing/contract/units';

import { AppError, StartRefused } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Staff } from '../models/staff';
import { Unit } from '../models/unit';
import { hashPassword, newInitialPassword } from '../privacy/passwords';
import { systemActor, type Scene } from '../storage/scene';
import { insertStaff } from './insertStaff';

const schema = z.strictObject({
  name: personName,
  phone,
  unitName: line(limits.nameLength),
  roles: z.array(z.enum(operatorRoles)).min(1).default(['units', 'auditor']),
  /** One more, beside those there are. */
  add: z.boolean().default(false),
});

export type OperatorInput = z.input<typeof schema>;
type Operator = z.output<typeof schema>;

const origin = { actor: systemActor, ip: null };

/** The operator is no legal person of the directory: without credit code, division and category. */
function insertOperatorUnit(scene: Scene, name: string): Promise<Unit> {
  return createBy(Unit, scene, {
    id: newId(scene.now),
    name,
    kind: 'operator',
    creditCode: '',
    division: '',
    category: '',
    active: true,
    createdAt: scene.now,
  });
}

async function operatorUnit(scene: Scene, { unitName, add }: Operator): Promise<Unit> {
  const unit = await Unit.findOne({ where: { kind: 'operator' }, transaction: scene.tx });
  if (!unit) {
    return insertOperatorUnit(scene, unitName);
  }
  const staff = await Staff.count({ where: { unitId: unit.id }, transaction: scene.tx });
  if (staff > 0 && !add) {
    throw new StartRefused(
      '已有平台运营账号；如需再添加请加 --add / There is an operator already: use --add',
      1,
    );
  }

  return unit;
}

function parse(input: OperatorInput): Operator {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
    throw new StartRefused(`参数有误 / Wrong values: ${fields}`, 1);
  }

  return parsed.data;
}

/**
 * Makes the first account of the platform's operator, with its unit (P4, `npm run operator -- create`).
 * @returns the one-time password, told once
 * @throws StartRefused with a sentence for the person at the keyboard
 */
export async function createOperator(
  services: Services,
  input: OperatorInput,
): Promise<{ phone: string; password: string }> {
  const operator = parse(input);
  const password = newInitialPassword();
  const passwordHash = await hashPassword(password);
  try {
    await writeAs(services, origin, async (scene) => {
      const unit = await operatorUnit(scene, operator);
      await insertStaff(services, scene, { ...operator, unitId: unit.id, passwordHash });
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'phone_taken') {
      throw new StartRefused('该手机号已被使用 / The phone is in use', 1);
    }
    throw error;
  }

  return { phone: operator.phone, password };
}
