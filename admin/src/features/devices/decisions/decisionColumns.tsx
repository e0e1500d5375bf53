import type { WaitingModel } from '@anxing/contract/devices';
import type { ReactNode } from 'react';

import { Instant } from '../../../components/instant';
import type { RecordColumn } from '../../../components/recordColumn';
import { modelName } from '../modelName';
import { ModelStateTag } from '../modelStateTag';

function Agreed({ agreement }: Pick<WaitingModel, 'agreement'>) {
  return agreement ? (
    <span className="wrapText">
      {agreement.by}
      <span className="underName">
        <Instant at={agreement.at} />（{agreement.version}）
      </span>
    </span>
  ) : (
    '—'
  );
}

export function decisionColumns(actions: (model: WaitingModel) => ReactNode): RecordColumn<WaitingModel>[] {
  return [
    { key: 'model', title: '型号', card: 'heading', render: modelName },
    {
      key: 'state',
      title: '状态',
      card: 'heading',
      render: ({ state }) => <ModelStateTag state={state} />,
    },
    { key: 'unit', title: '单位', render: ({ unit }) => unit.name },
    { key: 'contact', title: '联系人', render: ({ contact }) => `${contact.name} ${contact.phone}` },
    {
      key: 'conformed',
      title: '联调通过',
      render: ({ conformedAt }) => <Instant at={conformedAt} instead="未通过" />,
    },
    { key: 'agreed', title: '安全协议', render: (model) => <Agreed agreement={model.agreement} /> },
    { key: 'devices', title: '设备', align: 'right', render: ({ devices }) => devices },
    { key: 'reason', title: '退回原因', render: ({ decision }) => decision?.reason ?? '—' },
    { key: 'actions', title: '操作', card: 'foot', render: actions },
  ];
}
