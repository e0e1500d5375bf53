import type { Abilities } from '@anxing/contract/units';
import { Outlet } from 'react-router';

import { Forbidden } from '../components/forbidden';
import { useAbilities } from '../lib/ownUnit';

/** A page that is not for everybody; the API refuses as well. */
export function RequireAbility({ ability }: { ability: keyof Abilities }) {
  return useAbilities()[ability] ? <Outlet /> : <Forbidden />;
}
