import { feedbackAnswer, feedbackRequest } from '@anxing/contract/scans';

import { giveFeedback } from '../commands/scans/giveFeedback';
import { staffWho } from '../web/access';
import { byUuid7 } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const tell = defineRoute({
  method: 'post',
  path: '/scans/{id}/feedback',
  summary:
    'Why the person came, temperature and mask of an own check of today, or another decision with its reason',
  access: staffWho('checkPeople'),
  personalData: 'none',
  limit: allowances.door,
  params: byUuid7,
  body: feedbackRequest,
  answer: feedbackAnswer,
  async handle({ services, origin, caller: { staff, unit }, params: { id }, input, now }) {
    const { passage, wants } = await giveFeedback({ services, origin, staff, unit, now }, id, input);
    const { decision, why } = passage;

    return { id, decision, why, wants };
  },
});

export const scanFeedbackRoutes: Route[] = [tell];
