import { directionNames, passageKindNames } from '@anxing/contract/passages';
import type { PassageDetail } from '@anxing/contract/passages';
import { Descriptions, Drawer, type DescriptionsProps } from 'antd';

import { Link } from 'react-router';

import { ColourTag } from '../../components/colourTag';
import { DecisionTag } from '../../components/decisionTag';
import { ErrorState } from '../../components/errorState';
import { Instant } from '../../components/instant';
import { Loading } from '../../components/loading';
import { usePassage } from './api/getPassage';

function maskText(mask: boolean | null): string {
  return mask === null ? '未记录' : mask ? '已佩戴' : '未佩戴';
}

function itemsOf(passage: PassageDetail): DescriptionsProps['items'] {
  const { at, receivedAt, person, idNumber, phone, point, address, temperature, mask, staff, why } = passage;
  const isScan = passage.kind === 'scan';

  return [
    {
      key: 'person',
      label: '姓名',
      children: <Link to={`/people/${passage.personId}`}>{person}</Link>,
    },
    { key: 'idNumber', label: '证件号码', children: idNumber },
    { key: 'phone', label: '手机号', children: phone ?? '—' },
    { key: 'colour', label: '健康码', children: <ColourTag colour={passage.colour} /> },
    { key: 'decision', label: '处置', children: <DecisionTag decision={passage.decision} /> },
    ...(why ? [{ key: 'why', label: '原因', children: why }] : []),
    { key: 'point', label: '服务点', children: point.name },
    { key: 'address', label: '地址', children: address },
    { key: 'direction', label: '方向', children: directionNames[passage.direction] },
    { key: 'kind', label: '方式', children: passageKindNames[passage.kind] },
    { key: 'at', label: '时间', children: <Instant at={at} /> },
    { key: 'counted', label: '人流统计', children: passage.counted ? '计入' : '重复，未计入' },
    { key: 'receivedAt', label: '收到时间', children: <Instant at={receivedAt} /> },
    ...(isScan
      ? [
          {
            key: 'staff',
            label: '查验人员',
            children: passage.staffId ? (
              <Link to={`/staff/${passage.staffId}`}>{staff ?? '（已停用）'}</Link>
            ) : (
              '—'
            ),
          },
          {
            key: 'temperature',
            label: '体温',
            children: temperature === null ? '未记录' : `${temperature.toFixed(1)} ℃`,
          },
          { key: 'mask', label: '口罩', children: maskText(mask) },
        ]
      : []),
  ];
}

interface Props {
  id: string | undefined;
  onClose: () => void;
}

/** One passage in full, as far as the unit may see it. */
export function PassageDrawer({ id, onClose }: Props) {
  const { data, error, refetch } = usePassage(id);

  return (
    <Drawer title="出入记录详情" open={id !== undefined} onClose={onClose} size={480}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Descriptions column={1} bordered size="small" items={itemsOf(data) ?? []} />
          <p className="soft">个人信息已隐去部分内容。查看详情会留下记录，本人可以看到。</p>
        </>
      )}
    </Drawer>
  );
}
