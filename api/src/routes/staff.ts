import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { passagePage, passerQuery } from '@anxing/contract/passages';
import {
  initialPassword,
  staffChange,
  staffCreate,
  staffCreated,
  staffMember,
  type StaffRole,
} from '@anxing/contract/units';

import { cutPage, readCursor } from '../base/paging';
import { addStaff } from '../commands/addStaff';
import { changeStaff } from '../commands/changeStaff';
import { noteRead } from '../commands/noteRead';
import { resetPassword } from '../commands/resetPassword';
import { Staff } from '../models/staff';
import { joinRoles } from '../models/staffRoles';
import { authorise } from '../policies/authorise';
import { isSomebodyElse, mayManage } from '../policies/staffMembers';
import { presentActivation, presentStaffMember, presentStaffMembers } from '../presenters/staff';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownStaff } from './ownRecords';
import { passageFilter } from './passageFilter';
import { passagePageOf } from './passagePages';

const access = staffWho('manageStaff');
const listKey = z.tuple([z.uuid()]);

function changesStanding(
  member: Staff,
  { roles, active }: { roles?: StaffRole[] | undefined; active?: boolean | undefined },
): boolean {
  return active === false || (roles !== undefined && joinRoles(roles) !== member.roles);
}

const list = defineRoute({
  method: 'get',
  path: '/unit/staff',
  summary: 'Sub-accounts of the own unit, newest first',
  access,
  personalData: 'full',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(staffMember),
  async handle({ services, origin, caller, query }) {
    const { id: unitId } = caller.unit;
    const after = readCursor({ unitId }, query.cursor, listKey);
    const rows = await Staff.findAll({
      where: { unitId, ...(after ? { id: { [Op.lt]: after[0] } } : {}) },
      order: [['id', 'DESC']],
      limit: query.limit + 1,
    });
    const { items, next } = cutPage(rows, query.limit, { unitId }, ({ id }) => [id]);
    await noteRead(services, origin, 'staff.list', unitId, { count: items.length });

    return { items: await presentStaffMembers(services, items), next };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/unit/staff/{id}',
  summary: 'A sub-account of the own unit, for who reads what it has scanned',
  access: staffWho('readPassages'),
  personalData: 'full',
  limit: allowances.reading,
  params: byId,
  answer: staffMember,
  async handle({ services, origin, caller, params }) {
    const member = await ownStaff(caller, params.id);
    await noteRead(services, origin, 'staff.read', member.id, {});

    return presentStaffMember(services, member);
  },
});

const passages = defineRoute({
  method: 'get',
  path: '/unit/staff/{id}/passages',
  summary: 'Whom a staff member of the own unit has scanned, newest first',
  access: staffWho('readPassages'),
  personalData: 'masked',
  limit: allowances.reading,
  params: byId,
  query: passerQuery,
  answer: passagePage,
  async handle({ services, origin, caller, params, query: { cursor, limit, ...range } }) {
    const { id: staffId, unitId } = await ownStaff(caller, params.id);
    const filters = { ...range, staffId };
    const filter = await passageFilter(services, unitId, filters);

    return passagePageOf(
      { services, origin, page: { cursor, limit } },
      { filter, scope: { ...filters, unitId }, why: 'browsed', details: { filters } },
    );
  },
});

const add = defineRoute({
  method: 'post',
  path: '/unit/staff',
  summary: 'Open a sub-account; the one-time password is told once',
  access,
  personalData: 'full',
  limit: allowances.writing,
  body: staffCreate,
  answer: staffCreated,
  status: 201,
  async handle({ services, origin, caller, input }) {
    const { staff, password } = await addStaff(services, origin, caller.unit, input);

    return {
      staff: await presentStaffMember(services, staff),
      activation: presentActivation(services, staff, password),
    };
  },
});

const change = defineRoute({
  method: 'patch',
  path: '/unit/staff/{id}',
  summary: 'Change a sub-account: name, roles, points; disable or enable it',
  access,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  body: staffChange,
  answer: staffMember,
  async handle({ services, origin, caller, params, input }) {
    const member = await ownStaff(caller, params.id);
    authorise(mayManage(caller.staff, member));
    authorise(isSomebodyElse(caller.staff, member) || !changesStanding(member, input));
    const changed = await changeStaff(services, origin, member.id, input);

    return presentStaffMember(services, changed);
  },
});

const reset = defineRoute({
  method: 'post',
  path: '/unit/staff/{id}/reset',
  summary: 'Give a sub-account a new one-time password and end its sessions',
  access,
  personalData: 'full',
  limit: allowances.writing,
  params: byId,
  answer: initialPassword,
  async handle({ services, origin, caller, params }) {
    const member = await ownStaff(caller, params.id);
    authorise(mayManage(caller.staff, member) && isSomebodyElse(caller.staff, member));
    const { staff, password } = await resetPassword(services, origin, member.id);

    return presentActivation(services, staff, password);
  },
});

export const staffRoutes: Route[] = [list, show, passages, add, change, reset];
