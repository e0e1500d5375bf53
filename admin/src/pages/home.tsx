import { Link } from 'react-router';

import { PageTop } from '../components/pageTop';
import { TodayFigures } from '../features/flow/todayFigures';
import { PointFigures } from '../features/points/pointFigures';
import { destinationsFor } from '../lib/destinations';
import { useOwnUnit } from '../lib/ownUnit';

function QuickLinks() {
  const { abilities } = useOwnUnit();

  return (
    <ul className="quickLinks" aria-label="快捷入口">
      {destinationsFor(abilities)
        .filter(({ to }) => to !== '/')
        .map(({ to, label, hint, icon }) => (
          <li key={to}>
            <Link to={to} className="quickLink">
              <span className="quickIcon" aria-hidden>
                {icon}
              </span>
              <span>
                <strong>{label}</strong>
                <span className="soft">{hint}</span>
              </span>
            </Link>
          </li>
        ))}
    </ul>
  );
}

/** What somebody wants to know first in the morning. */
export function Component() {
  const { unit, abilities } = useOwnUnit();

  return (
    <>
      <PageTop title="概览" />
      <p className="soft homeUnit">{unit.name}</p>
      <QuickLinks />
      {abilities.readFlow && (
        <section className="panel" aria-labelledby="home-today">
          <h2 id="home-today">今日人流</h2>
          <TodayFigures />
        </section>
      )}
      {abilities.managePosters && (
        <section className="panel" aria-labelledby="home-points">
          <h2 id="home-points">服务点</h2>
          <PointFigures />
        </section>
      )}
    </>
  );
}
