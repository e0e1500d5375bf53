import { counterReasons, counterReasonsRequest } from '@anxing/contract/reasons';

import { explainAtCounter } from '../commands/cards/explainAtCounter';
import { maskedNameOf } from '../presenters/maskedName';
import { presentOwnReasons } from '../presenters/ownReasons';
import { staffWho } from '../web/access';
import { defineRoute, type Route } from '../web/route';

/** A clerk at a counter; far fewer people ask there in an hour. */
const perClerk = { points: 60, seconds: 3_600 };

const explain = defineRoute({
  method: 'post',
  path: '/unit/reasons',
  summary: 'At a counter: why somebody’s code has its colour, whose document and face the clerk has compared',
  access: staffWho('printCards'),
  personalData: 'masked',
  limit: perClerk,
  body: counterReasonsRequest,
  answer: counterReasons,
  async handle({ services, origin, caller: { staff, unit }, input, now }) {
    const counter = { services, origin, staffId: staff.id, unitId: unit.id };
    const { person, status, details } = await explainAtCounter(counter, input, now);

    return {
      name: maskedNameOf(services, person),
      own: presentOwnReasons(services, status, details, now),
    };
  },
});

export const counterReasonRoutes: Route[] = [explain];
