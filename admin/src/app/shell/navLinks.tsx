import { NavLink } from 'react-router';

import { useAbilities } from '../../lib/ownUnit';
import { destinationsFor } from '../../lib/destinations';

export function NavLinks({ onGo }: { onGo?: () => void }) {
  const abilities = useAbilities();

  return (
    <nav aria-label="主菜单">
      <ul className="navLinks">
        {destinationsFor(abilities).map(({ to, label, icon }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'} className="navLink" {...(onGo ? { onClick: onGo } : {})}>
              {icon}
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
