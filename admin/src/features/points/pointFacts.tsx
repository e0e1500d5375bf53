import { pointKindNames, type Point } from '@anxing/contract/points';
import { Descriptions } from 'antd';

import { Instant } from '../../components/instant';
import { categoryName } from '../../lib/categories';
import { useConfig } from '../../lib/config';
import { divisionName } from '../../lib/divisions';

function crowdText({ capacity, warningLine }: Point): string {
  const parts = [
    capacity === null ? undefined : `上限 ${capacity} 人`,
    warningLine === null ? undefined : `预警线 ${warningLine} 人`,
  ].filter(Boolean);

  return parts.join('，') || '未设置';
}

function vehicleFacts({ kind, line, plate }: Point) {
  return kind === 'vehicle'
    ? [
        { key: 'line', label: '车次或线路', children: line ?? '未填写' },
        { key: 'plate', label: '车牌号码', children: plate ?? '未填写' },
      ]
    : [];
}

function placeText({ location }: Point): string {
  return location ? `纬度 ${location.latitude}，经度 ${location.longitude}` : '未填写';
}

/** What is known of a point. */
export function PointFacts({ point }: { point: Point }) {
  const { categories, divisions } = useConfig();

  return (
    <Descriptions
      className="pointFacts"
      column={{ xs: 1, sm: 1, md: 2 }}
      items={[
        { key: 'address', label: '地址', children: point.address },
        { key: 'division', label: '行政区划', children: divisionName(divisions, point.division) },
        { key: 'category', label: '场所类别', children: categoryName(categories, point.category) },
        { key: 'kind', label: '类型', children: pointKindNames[point.kind] },
        ...vehicleFacts(point),
        { key: 'crowd', label: '人流', children: crowdText(point) },
        { key: 'location', label: '位置', children: placeText(point) },
        { key: 'created', label: '创建时间', children: <Instant at={point.createdAt} /> },
      ]}
    />
  );
}
