import { limits } from '@anxing/contract/limits';
import { testResults } from '@anxing/contract/testResults';

import { presentOwnScreening } from '../presenters/screening';
import { presentTestResults } from '../presenters/testResult';
import { dutiesOf } from '../risk/screening/dutiesOf';
import { openFactsOf, testResultsAmong } from '../status/testResults';
import { codeHolder } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/me/test-results',
  summary: 'My test results of the last days, newest first, and by when I am to be tested again',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  answer: testResults,
  async handle({ services, caller, now }) {
    const facts = await openFactsOf(services, caller.person, now);
    const results = testResultsAmong(services, facts, now);
    const duties = dutiesOf(facts, services.screening, { now, zone: services.config.brand.zone });

    return {
      days: limits.testResultDays,
      items: presentTestResults(services, results),
      screening: duties.map((duty) => presentOwnScreening(services, duty, now)),
    };
  },
});

export const testResultRoutes: Route[] = [list];
