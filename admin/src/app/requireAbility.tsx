import type { Abilities } from '@anxing/contract/units';
import { Outlet } from 'react-router';

import { Forbidden } from '../components/forbidden';
import { useAbilities } from '../lib/ownUnit';

/** A page that is for those who have one of these abilities; the API refuses as well. */
export function RequireAbility({ anyOf }: { anyOf: readonly (keyof Abilities)[] }) {
  const abilities = useAbilities();

  return anyOf.some((ability) => abilities[ability]) ? <Outlet /> : <Forbidden />;
}
