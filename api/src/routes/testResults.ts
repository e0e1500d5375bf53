import { limits } from '@anxing/contract/limits';
import { testResults } from '@anxing/contract/testResults';

import { presentTestResults } from '../presenters/testResult';
import { testResultsOf } from '../status/testResults';
import { codeHolder } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/me/test-results',
  summary: 'My test results of the last days, newest first',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.reading,
  answer: testResults,
  async handle({ services, caller, now }) {
    const facts = await testResultsOf(services, caller.person, now);

    return { days: limits.testResultDays, items: presentTestResults(services, facts) };
  },
});

export const testResultRoutes: Route[] = [list];
