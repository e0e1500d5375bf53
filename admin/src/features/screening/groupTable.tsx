import {
  screeningDutyNames,
  type ScreeningBoard,
  type ScreeningFilter,
  type ScreeningGroup,
} from '@anxing/contract/screening';
import { Link } from 'react-router';

import { Instant } from '../../components/instant';
import { NumberTable, type NumberColumn } from '../../components/numberTable';

function GroupName({ name, duty, intervalDays, remindDaysBefore }: ScreeningGroup) {
  return (
    <>
      {name}
      <span className="underName">
        {screeningDutyNames[duty]} · 每 {intervalDays} 天
        <span className="screeningRemind"> · 提前 {remindDaysBefore} 天提醒</span>
      </span>
    </>
  );
}

/** A number that leads to those whom it counts. */
function Counted({ group, count, state }: { group: ScreeningGroup; count: number; state?: ScreeningFilter }) {
  const query = new URLSearchParams({ group: group.id, ...(state ? { state } : {}) });

  return count === 0 ? (
    <>0</>
  ) : (
    <Link to={`/screening/people?${query.toString()}`}>{count.toLocaleString()}</Link>
  );
}

const columns: NumberColumn<ScreeningGroup>[] = [
  { key: 'name', title: '人群', render: (group) => <GroupName {...group} /> },
  { key: 'listed', title: '在册', render: (group) => <Counted group={group} count={group.listed} /> },
  {
    key: 'never',
    title: '从未检测',
    render: (group) => <Counted group={group} count={group.neverTested} state="never" />,
  },
  {
    key: 'soon',
    title: '即将到期',
    render: (group) => <Counted group={group} count={group.soon} state="soon" />,
  },
  {
    key: 'overdue',
    title: '已逾期',
    render: (group) => <Counted group={group} count={group.overdue} state="overdue" />,
  },
];

const idOf = ({ id }: ScreeningGroup) => id;

/** How every group stands, as of when everybody was last gone through. */
export function GroupTable({ groups, asOf }: ScreeningBoard) {
  return (
    <section className="panel screeningGroups" aria-label="各类人群">
      <NumberTable label="各类人群" columns={columns} rows={groups} keyOf={idOf} />
      <p className="soft listFoot">
        {asOf === null ? (
          '尚未统计。报送名单后，半小时内完成统计。'
        ) : (
          <>
            统计于 <Instant at={asOf} />
            ，每半小时更新。从未检测的人同时计入即将到期或已逾期。
          </>
        )}
      </p>
    </section>
  );
}
