import { evidence, evidenceBodyBytes, evidenceUpload } from '@anxing/contract/evidence';

import { AppError } from '../base/errors';
import { keepEvidence } from '../commands/evidence/keepEvidence';
import { lookAtEvidence } from '../commands/evidence/lookAtEvidence';
import { openEvidence } from '../commands/evidence/openEvidence';
import { Evidence } from '../models/evidence';
import { Staff } from '../models/staff';
import { sameUnit } from '../policies/sameUnit';
import { presentEvidence } from '../presenters/evidence';
import { codeHolder, staffWho, staffWhoAny } from '../web/access';
import { showFile } from '../web/fileHeaders';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const sendOwn = defineRoute({
  method: 'post',
  path: '/me/evidence',
  summary: 'Send a picture or document for an appeal; what is not used within a day is forgotten',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.writing,
  body: evidenceUpload,
  bodyBytes: evidenceBodyBytes,
  answer: evidence,
  status: 201,
  handle: async ({ services, origin, caller, input }) =>
    presentEvidence(await keepEvidence(services, origin, { personId: caller.person.id }, input)),
});

const showOwn = defineRoute({
  method: 'get',
  path: '/me/evidence/{id}',
  summary: 'A picture or document that I sent',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  params: byId,
  status: 200,
  async handle({ services, caller, params, http }) {
    const found = await Evidence.findOne({ where: { id: params.id, personId: caller.person.id } });
    if (!found) {
      throw new AppError('not_found');
    }
    showFile(http, openEvidence(services, found), found.mediaType);
  },
});

const sendOfUnit = defineRoute({
  method: 'post',
  path: '/unit/evidence',
  summary: 'Send a picture or document for a change of colour; what is not used within a day is forgotten',
  access: staffWho('proposeOverrides'),
  personalData: 'own',
  limit: allowances.writing,
  body: evidenceUpload,
  bodyBytes: evidenceBodyBytes,
  answer: evidence,
  status: 201,
  handle: async ({ services, origin, caller, input }) =>
    presentEvidence(await keepEvidence(services, origin, { staffId: caller.staff.id }, input)),
});

const showOfUnit = defineRoute({
  method: 'get',
  path: '/unit/evidence/{id}',
  summary: 'A picture or document that the own unit sent',
  access: staffWho('proposeOverrides'),
  personalData: 'full',
  limit: allowances.reading,
  params: byId,
  status: 200,
  async handle({ services, origin, caller, params, http }) {
    const found = await Evidence.findByPk(params.id);
    const sender = found?.staffId ? await Staff.findByPk(found.staffId) : null;
    if (!found || !sender || !sameUnit(caller.unit, sender)) {
      throw new AppError('not_found');
    }
    await lookAtEvidence(services, origin, found);
    showFile(http, openEvidence(services, found), found.mediaType);
  },
});

const showToOperator = defineRoute({
  method: 'get',
  path: '/operator/evidence/{id}',
  summary: 'A picture or document of a change or an appeal; the person sees that the operator looked',
  access: staffWhoAny('readRisk', 'answerAppeals'),
  personalData: 'full',
  limit: allowances.reading,
  params: byId,
  status: 200,
  async handle({ services, origin, params, http }) {
    const found = await Evidence.findByPk(params.id);
    // What was not used yet is its sender's alone.
    if (!found || found.attachedTo === null) {
      throw new AppError('not_found');
    }
    await lookAtEvidence(services, origin, found);
    showFile(http, openEvidence(services, found), found.mediaType);
  },
});

export const evidenceRoutes: Route[] = [sendOwn, showOwn, sendOfUnit, showOfUnit, showToOperator];
