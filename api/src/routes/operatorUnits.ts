import { Op, type WhereOptions } from 'sequelize';
import { z } from 'zod';

import { pageOf } from '@anxing/contract/fields';
import {
  initialPassword,
  unit,
  unitChange,
  unitCreate,
  unitCreated,
  unitQuery,
} from '@anxing/contract/units';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { changeUnit } from '../commands/changeUnit';
import { createUnit } from '../commands/createUnit';
import { resetPassword } from '../commands/resetPassword';
import { containing } from '../models/containing';
import { Staff } from '../models/staff';
import { rolesOf } from '../models/staffRoles';
import { Unit } from '../models/unit';
import { authorise } from '../policies/authorise';
import { maySuspend } from '../policies/maySuspend';
import { presentActivation } from '../presenters/staff';
import { presentUnit, presentUnits } from '../presenters/unit';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const access = staffWho('manageUnits');
const listKey = z.tuple([z.uuid()]);

type Filters = Pick<z.output<typeof unitQuery>, 'q' | 'kind'>;

function conditionsOf({ q, kind }: Filters, after: string | undefined): WhereOptions[] {
  return [
    ...(q ? [containing(['name', 'credit_code'], q)] : []),
    ...(kind ? [{ kind }] : []),
    ...(after ? [{ id: { [Op.lt]: after } }] : []),
  ];
}

async function findUnit(id: string): Promise<Unit> {
  const found = await Unit.findByPk(id);
  if (!found) {
    throw new AppError('not_found');
  }

  return found;
}

/** Whoever opened the unit's account first and still runs it. */
async function findOwner({ id: unitId }: Unit): Promise<Staff> {
  const staff = await Staff.findAll({ where: { unitId, active: true }, order: ['id'] });
  const owner = staff.find(({ roles }) => rolesOf(roles).includes('owner'));
  if (!owner) {
    throw new AppError('not_found');
  }

  return owner;
}

const list = defineRoute({
  method: 'get',
  path: '/operator/units',
  summary: 'Units, newest first; q is sought in name and credit code',
  access,
  personalData: 'none',
  limit: allowances.reading,
  query: unitQuery,
  answer: pageOf(unit),
  async handle({ services, query: { cursor, limit, ...filters } }) {
    const [after] = readCursor(filters, cursor, listKey) ?? [];
    const rows = await Unit.findAll({
      where: { [Op.and]: conditionsOf(filters, after) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, filters, ({ id }) => [id]);

    return { items: await presentUnits(services, items), next };
  },
});

const create = defineRoute({
  method: 'post',
  path: '/operator/units',
  summary: 'Open a unit with its owner; the one-time password is told once',
  access,
  personalData: 'full',
  limit: allowances.writing,
  body: unitCreate,
  answer: unitCreated,
  status: 201,
  async handle({ services, origin, input }) {
    const { unit: created, staff, password } = await createUnit(services, origin, input);

    return {
      unit: await presentUnit(services, created),
      activation: presentActivation(services, staff, password),
    };
  },
});

const change = defineRoute({
  method: 'patch',
  path: '/operator/units/{id}',
  summary: 'Change, suspend or resume a unit; suspending ends all its sessions',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  body: unitChange,
  answer: unit,
  async handle({ services, origin, params, input }) {
    const found = await findUnit(params.id);
    authorise(input.active !== false || maySuspend(found));
    const changed = await changeUnit(services, origin, found.id, input);

    return presentUnit(services, changed);
  },
});

const resetOwner = defineRoute({
  method: 'post',
  path: '/operator/units/{id}/reset-owner',
  summary: 'Give the owner of a unit a new one-time password and end his sessions',
  access,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  answer: initialPassword,
  async handle({ services, origin, params }) {
    const owner = await findOwner(await findUnit(params.id));
    const { staff, password } = await resetPassword(services, origin, owner.id);

    return presentActivation(services, staff, password);
  },
});

export const operatorUnitRoutes: Route[] = [list, create, change, resetOwner];
