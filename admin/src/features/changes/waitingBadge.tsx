import { useWaitingChanges } from './api/changes';

/** How many changes wait, beside the entry of the menu. */
export function WaitingBadge() {
  const { data } = useWaitingChanges();
  const count = data?.count ?? 0;
  if (count === 0) {
    return null;
  }

  return (
    <span className="navBadge">
      {count > 99 ? '99+' : count}
      <span className="unseen"> 项待审批</span>
    </span>
  );
}
