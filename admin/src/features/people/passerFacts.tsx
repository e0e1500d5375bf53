import { idTypes } from '@anxing/contract/identityDocuments';
import type { Passer } from '@anxing/contract/passages';
import { Descriptions, type DescriptionsProps } from 'antd';

import { Instant } from '../../components/instant';

function itemsOf({ name, idType, idNumber, phone, firstAt, lastAt }: Passer): DescriptionsProps['items'] {
  return [
    { key: 'name', label: '姓名', children: name },
    { key: 'phone', label: '手机号', children: phone ?? '—' },
    { key: 'idType', label: '证件类型', children: idTypes[idType] },
    { key: 'idNumber', label: '证件号码', children: idNumber },
    { key: 'firstAt', label: '最早记录', children: <Instant at={firstAt} /> },
    { key: 'lastAt', label: '最近记录', children: <Instant at={lastAt} /> },
  ];
}

/** Who somebody is, as far as the unit may see it; the present colour is told at the door only. */
export function PasserFacts({ passer }: { passer: Passer }) {
  return (
    <>
      <Descriptions column={{ xs: 1, md: 2 }} size="small" items={itemsOf(passer) ?? []} />
      <p className="soft">个人信息已隐去部分内容。查看本页会留下记录，本人可以看到。</p>
    </>
  );
}
