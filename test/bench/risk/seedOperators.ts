import { creditCodeCheck } from '@anxing/contract/creditCode';

import { newId } from '../../../api/src/base/ids';
import { writeAs, type Services } from '../../../api/src/context';
import { Account } from '../../../api/src/models/account';
import { createBy } from '../../../api/src/models/auditedModel';
import { FeedKey } from '../../../api/src/models/feedKey';
import { Person } from '../../../api/src/models/person';
import { RuleVersion } from '../../../api/src/models/ruleVersion';
import { Session } from '../../../api/src/models/session';
import { Staff } from '../../../api/src/models/staff';
import { Unit } from '../../../api/src/models/unit';
import { sealField } from '../../../api/src/privacy/sealedFields';
import { systemActor, type Scene } from '../../../api/src/storage/scene';
import { idNumberOf, mostPeople } from '../../support/province/people';
import { sessionValues } from '../crew/sessionValues';
import type { Cast } from './cast';

const system = { actor: systemActor, ip: null };
const first17 = '91350100MB9999999';

/** Beyond the numbers of any crew. */
const firstOperator = 5_000_000;

function createUnit(scene: Scene): Promise<Unit> {
  return createBy(Unit, scene, {
    id: newId(scene.now),
    name: '示例运营中心',
    kind: 'operator',
    creditCode: first17 + creditCodeCheck(first17),
    division: '350102',
    category: 'mall',
    active: true,
    createdAt: scene.now,
  });
}

async function createPersonBehind({ vault, index, ...services }: Services, scene: Scene, phone: string) {
  const idNumber = idNumberOf(mostPeople - firstOperator - Number(phone.at(-1)));
  const [personId, accountId] = [newId(scene.now), newId(scene.now)];
  await createBy(Person, scene, {
    id: personId,
    identityIndex: index.identity('resident', idNumber),
    idType: 'resident',
    name: sealField(vault, 'persons', 'name', personId, '示例核实人'),
    idNumber: sealField(vault, 'persons', 'id_number', personId, idNumber),
    level: 4,
    colour: services.colours.clear,
    reasons: '[]',
    ruleVersion: services.riskRules.version,
    createdAt: scene.now,
  });
  await createBy(Account, scene, {
    id: accountId,
    kind: 'phone',
    subjectIndex: index.phone(phone),
    phone: sealField(vault, 'accounts', 'phone', accountId, phone),
    phoneIndex: index.phone(phone),
    personId,
    pendingLevel: 0,
    lastSeenAt: scene.now,
    createdAt: scene.now,
  });
}

/** A staff member behind whose phone a verified person stands. @returns the session */
async function createOperator(services: Services, scene: Scene, unit: Unit, roles: string, phone: string) {
  const { vault, index } = services;
  const id = newId(scene.now);
  await createPersonBehind(services, scene, phone);
  await createBy(Staff, scene, {
    id,
    unitId: unit.id,
    name: sealField(vault, 'staff', 'name', id, '示例员工'),
    phone: sealField(vault, 'staff', 'phone', id, phone),
    phoneIndex: index.phone(phone),
    // Nobody signs in with a password here: no password has this hash.
    passwordHash: '',
    mustChangePassword: false,
    roles,
    active: true,
    failedAttempts: 0,
    createdAt: scene.now,
  });

  return (
    await createBy(Session, scene, {
      ...sessionValues({ staffId: id }, scene.now),
      provenAt: scene.now,
    })
  ).id;
}

/** Two people who may change the rules together. */
export function seedOperators(services: Services): Promise<Cast['operators']> {
  return writeAs(services, system, async (scene) => {
    const unit = await createUnit(scene);

    return {
      author: await createOperator(services, scene, unit, 'rules', '13600000001'),
      approver: await createOperator(services, scene, unit, 'approver', '13600000002'),
    };
  });
}

/** A key for every source that somebody delivers. @param publicKey Ed25519, base64url */
export function seedKeys(services: Services, publicKey: string): Promise<Cast['feedKeys']> {
  const delivered = services.feedRules.filter(({ columns }) => columns.length > 0);

  return writeAs(services, system, async (scene) => {
    const keys: Cast['feedKeys'] = {};
    for (const { source, owner } of delivered) {
      const key = await createBy(FeedKey, scene, {
        id: newId(scene.now),
        source,
        channel: 'main',
        owner,
        publicKey,
        state: 'active',
        createdAt: scene.now,
      });
      keys[source] = key.id;
    }

    return keys;
  });
}

/** What is switched off and on: who bought medicine mostly was at a fever clinic too. */
const switched = ['medicine', 'fever'];

/** The configured rules (1), those without the rules about fever (2), and the configured ones again (3). */
export async function seedRules(services: Services): Promise<void> {
  const configured = services.riskRules.rules;
  const without = configured.map((rule) => (switched.includes(rule.id) ? { ...rule, enabled: false } : rule));
  await writeAs(services, system, async (scene) => {
    for (const [at, rules] of [configured, without, configured].entries()) {
      await createBy(RuleVersion, scene, {
        id: newId(scene.now),
        version: at + 1,
        state: 'approved',
        comment: '测速',
        rules: JSON.stringify(rules),
        createdAt: scene.now,
        approvedAt: scene.now,
        takesForceAt: at,
      });
    }
  });
}
