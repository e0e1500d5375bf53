import { limits } from '@anxing/contract/limits';
import { pointKindNames } from '@anxing/contract/points';
import { pointColumns, type PointColumn } from '@anxing/contract/pointSheets';

import type { ProvinceConfig } from '../base/provinceConfig';
import type { WrittenSheet } from '../sheets/writeXlsx';

const remarks: Record<PointColumn, string> = {
  name: `会印在张贴码上，最多 ${limits.nameLength} 个字`,
  address: `会印在张贴码上，最多 ${limits.addressLength} 个字`,
  category: '填写“类别”页中的名称',
  division: '填写“区划”页中的代码或名称；也可填 12 位代码',
  parent: '上级服务点的名称，须已存在或在本表中；同名时写全路径，如：政务中心 / 一层大厅',
  kind: `${Object.values(pointKindNames).join('、')}；不填为“${pointKindNames.place}”`,
  capacity: `最多容纳的人数，1–${limits.capacityMax} 的整数`,
  warningLine: '在场人数达到时提醒，不能高于容量',
  line: '仅交通工具填写，如：12 路',
  plate: '仅交通工具填写',
};

const examples: Record<PointColumn, string> = {
  name: '示例购物广场（江滨店）',
  address: '示例市江滨区示例路 88 号一层',
  category: '',
  division: '',
  parent: '',
  kind: pointKindNames.place,
  capacity: '500',
  warningLine: '400',
  line: '',
  plate: '',
};

/** A sheet to fill in: the first page is read, the others explain it. */
export function pointTemplate({ categories, divisions }: ProvinceConfig): WrittenSheet[] {
  const example = { ...examples, category: categories[0]?.name ?? '', division: divisions[0]?.code ?? '' };
  const explained = pointColumns.map(({ key, title, isRequired }) => [
    title,
    isRequired ? '必填' : '选填',
    remarks[key],
    example[key],
  ]);

  return [
    { name: '服务点', widths: [28, 40, 18, 16, 28, 12, 8, 8, 10, 12], rows: [templateHead()] },
    { name: '说明', widths: [12, 8, 60, 40], rows: [['列', '是否必填', '说明', '示例'], ...explained] },
    {
      name: '类别',
      widths: [28, 28, 36],
      rows: [
        ['类别', '分组', '主管部门'],
        ...categories.map(({ name, group, department }) => [name, group, department]),
      ],
    },
    {
      name: '区划',
      widths: [12, 24],
      rows: [['代码', '名称'], ...divisions.map(({ code, name }) => [code, name])],
    },
  ];
}

export function templateHead(): string[] {
  return pointColumns.map(({ title }) => title);
}
