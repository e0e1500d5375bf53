import type { PersonUnderRule } from '@anxing/contract/ruleVersions';
import { Empty } from 'antd';

import { ColourTag } from '../../../components/colourTag';
import { ErrorState } from '../../../components/errorState';
import { Instant } from '../../../components/instant';
import { KeyPager } from '../../../components/keyPager';
import type { RecordColumn } from '../../../components/recordColumn';
import { RecordList } from '../../../components/recordList';
import type { ListControl } from '../../../lib/list/useListState';
import { useRulePeople } from '../api/rulePeople';
import { RuleFilter } from './ruleFilter';
import { everyRule, type rulePeopleShape } from './rulePeopleShape';

function Reasons({ reasons }: PersonUnderRule) {
  return (
    <ul className="ruleLines changeTitle">
      {reasons.map(({ rule, text, date, until }, at) => (
        <li key={`${rule}-${date}-${at}`}>
          {text}
          <span className="soft">
            （{date}，
            {until === null ? (
              '原因消除前有效'
            ) : (
              <>
                至 <Instant at={until} />
              </>
            )}
            ）
          </span>
        </li>
      ))}
    </ul>
  );
}

const columns: RecordColumn<PersonUnderRule>[] = [
  { key: 'name', title: '姓名', card: 'heading', render: ({ name }) => name },
  { key: 'colour', title: '健康码', card: 'heading', render: ({ colour }) => <ColourTag colour={colour} /> },
  { key: 'id', title: '证件号码', render: ({ idNumber }) => idNumber },
  { key: 'reasons', title: '原因', render: (person) => <Reasons {...person} /> },
];

const idOf = ({ id }: PersonUnderRule) => id;

/** People under a rule, masked; looked at when a rule is chosen, not before. */
export function RulePeopleList({ list }: { list: ListControl<typeof rulePeopleShape> }) {
  const { rule, ...paged } = list.filters;
  const isChosen = rule !== undefined;
  const query = rule === everyRule ? paged : { ...paged, rule };
  const { data, error, isFetching, refetch } = useRulePeople(query, isChosen);

  return (
    <>
      <RuleFilter {...list} />
      {!isChosen && <Empty description="请先选择判定规则" />}
      {isChosen && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isChosen && !error && (
        <>
          <RecordList
            label="规则下的人员"
            columns={columns}
            records={data?.items ?? []}
            keyOf={idOf}
            isLoading={isFetching}
            emptyText="目前没有人因此变色"
          />
          <KeyPager
            pages={list.pages}
            next={data?.next}
            size={list.filters.limit}
            onSize={(limit) => list.change({ limit })}
          />
        </>
      )}
    </>
  );
}
