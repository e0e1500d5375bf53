import type { PassageItem } from '@anxing/contract/passages';
import { Button } from 'antd';

import { ColourTag } from '../../components/colourTag';
import { DecisionTag } from '../../components/decisionTag';
import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { directionNames, passageKindNames } from '../../lib/labels';

export function passageColumns(open: (id: string) => void): RecordColumn<PassageItem>[] {
  return [
    { key: 'at', title: '时间', card: 'heading', render: ({ at }) => <Instant at={at} /> },
    {
      key: 'decision',
      title: '处置',
      card: 'heading',
      render: ({ decision }) => <DecisionTag decision={decision} />,
    },
    { key: 'person', title: '姓名', render: ({ person }) => person },
    { key: 'point', title: '服务点', render: ({ point }) => <span className="wrapText">{point.name}</span> },
    { key: 'direction', title: '方向', render: ({ direction }) => directionNames[direction] },
    { key: 'kind', title: '方式', render: ({ kind }) => passageKindNames[kind] },
    { key: 'colour', title: '健康码', render: ({ colour }) => <ColourTag colour={colour} /> },
    {
      key: 'open',
      title: '操作',
      card: 'foot',
      render: ({ id, person }) => (
        <Button type="link" size="small" aria-label={`详情 ${person}`} onClick={() => open(id)}>
          详情
        </Button>
      ),
    },
  ];
}
