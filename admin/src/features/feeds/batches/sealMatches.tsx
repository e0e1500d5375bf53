import type { FeedBatch, SealMatches as Matches } from '@anxing/contract/feeds';
import { Alert } from 'antd';

import { ErrorState } from '../../../components/errorState';
import { Loading } from '../../../components/loading';
import type { RecordColumn } from '../../../components/recordColumn';
import { RecordList } from '../../../components/recordList';
import { useSealMatches } from '../api/sealMatches';

type Place = Matches['unmatchedPlaces'][number];
type Matched = Matches['matchedPlaces'][number];

const nameOf = ({ community, building }: Place) => [community, building].filter(Boolean).join(' ');
const keyOf = (place: Matched) => `${place.division} ${nameOf(place)}`;

const columns: RecordColumn<Matched>[] = [
  {
    key: 'place',
    title: '小区、楼栋',
    card: 'heading',
    render: (place) => <span className="wrapText">{nameOf(place)}</span>,
  },
  { key: 'division', title: '行政区划代码', render: ({ division }) => <code>{division}</code> },
  { key: 'people', title: '住户', align: 'right', render: ({ people }) => `${people.toLocaleString()} 人` },
];

/** The places for which nobody was found: their names may be spelled in a way that no household has. */
function Unmatched({ seals, unmatched, unmatchedPlaces }: Matches) {
  if (unmatched === 0) {
    return (
      <Alert
        className="pageAlert"
        type="success"
        showIcon
        title={`${seals.toLocaleString()} 处封闭都匹配到了住户`}
      />
    );
  }
  const names = unmatchedPlaces.map((place) => `${nameOf(place)}（${place.division}）`).join('、');
  const more = unmatched > unmatchedPlaces.length ? `等 ${unmatched.toLocaleString()} 处` : '';

  return (
    <Alert
      className="pageAlert"
      type="warning"
      showIcon
      title={`${seals.toLocaleString()} 处封闭中有 ${unmatched.toLocaleString()} 处没有匹配到住户`}
      description={`没有匹配到住户：${names}${more}。请与数据源核对名称和行政区划代码，在下一批中更正。`}
    />
  );
}

/** How a list of sealed communities fits the homes that are known. */
export function SealMatches({ path, batch }: { path: string; batch: FeedBatch }) {
  const { data, error, refetch } = useSealMatches(path, batch.id);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }
  if (data.state === 'comparing') {
    return <p className="soft">正在比对，请稍候</p>;
  }
  if (data.state === 'superseded') {
    return <p className="soft">已有更新的批次生效，比对结果见最新批次</p>;
  }

  return (
    <>
      <Unmatched {...data} />
      {data.matchedPlaces.length > 0 && (
        <RecordList
          label="匹配到的住户"
          columns={columns}
          records={data.matchedPlaces}
          keyOf={keyOf}
          isLoading={false}
          emptyText="没有匹配到住户"
        />
      )}
    </>
  );
}
