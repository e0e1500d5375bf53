import type { TestResult } from '@anxing/contract/testResults';

import type { Services } from '../context';
import type { StoredFact } from '../status/storedFacts';
import { testSource } from '../status/testResults';

/** The names of kinds tell the outcome: nucleicPositive, antibodyNegative. */
function outcomeOf(kind: string): TestResult['outcome'] {
  if (kind.endsWith('Positive')) {
    return 'positive';
  }

  return kind.endsWith('Negative') ? 'negative' : 'other';
}

/** Results as their owner reads them, with who delivered each. */
export function presentTestResults({ feedRules }: Services, facts: readonly StoredFact[]): TestResult[] {
  const kinds = feedRules.find(({ source }) => source === testSource)?.kinds ?? [];

  return facts.map(({ id, kind, validFrom, submittedBy }) => ({
    id,
    kind,
    kindName: kinds.find((one) => one.id === kind)?.name ?? kind,
    outcome: outcomeOf(kind),
    at: validFrom,
    institution: submittedBy,
  }));
}
