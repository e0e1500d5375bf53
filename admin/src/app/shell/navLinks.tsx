import { NavLink } from 'react-router';

import { WaitingBadge } from '../../features/changes/waitingBadge';
import { destinationsFor } from '../../lib/destinations';
import { useAbilities } from '../../lib/ownUnit';

export function NavLinks({ onGo }: { onGo?: () => void }) {
  const abilities = useAbilities();

  return (
    <nav aria-label="主菜单">
      <ul className="navLinks">
        {destinationsFor(abilities).map(({ to, label, icon, badge }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'} className="navLink" {...(onGo ? { onClick: onGo } : {})}>
              {icon}
              {label}
              {badge === 'changes' && abilities.approveChanges && <WaitingBadge />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
