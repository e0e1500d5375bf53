import { decisionNames, directionNames, passageWay } from '@anxing/contract/passages';
import { scanObjectNames } from '@anxing/contract/scans';

import { timeOf } from '../base/days';
import type { Services } from '../context';
import type { Passage } from '../passages/passage';
import { colourNamed } from '../risk/colours';
import type { Cell } from '../sheets/writeCsv';
import { presentOverrideReason, presentPassReason } from './reasonWords';
import { gateOf, maskedIdentity, maskedName, noteOf, scannerOf, surroundingsOf } from './passage';

interface Column {
  title: string;
  /** In characters. */
  width: number;
}

/** What a file of passages holds of each: as much as the screen, masked like there. */
export const passageColumnsOfFile: readonly Column[] = [
  { title: '时间', width: 20 },
  { title: '姓名', width: 10 },
  { title: '证件号码', width: 14 },
  { title: '手机号', width: 14 },
  { title: '服务点', width: 24 },
  { title: '地址', width: 32 },
  { title: '方向', width: 8 },
  { title: '方式', width: 16 },
  { title: '健康码', width: 10 },
  { title: '处置', width: 12 },
  { title: '原因', width: 28 },
  { title: '体温（℃）', width: 10 },
  { title: '口罩', width: 8 },
  { title: '查验人员', width: 12 },
  { title: '计入人流', width: 10 },
  { title: '收到时间', width: 20 },
  { title: '通行原因', width: 12 },
  { title: '人工处置理由', width: 18 },
  { title: '处置说明', width: 28 },
  { title: '核验凭证', width: 12 },
  { title: '核验设备', width: 16 },
  { title: '断网补传', width: 10 },
];

function maskWord(mask: boolean | null): Cell {
  return mask === null ? null : mask ? '已佩戴' : '未佩戴';
}

/** Rows of a file, in the order of `passageColumnsOfFile`. */
export async function presentPassageRows(
  services: Services,
  passages: readonly Passage[],
): Promise<Cell[][]> {
  const { zone } = services.config.brand;
  const { persons, points, staff, devices } = await surroundingsOf(passages);

  return passages.map((passage) => {
    const { at, receivedAt, direction, kind, colour, decision, why, temperature, mask, counted } = passage;
    const person = persons.get(passage.personId);
    const point = points.get(passage.pointId);
    const { idNumber, phone } = maskedIdentity(services, person);

    return [
      timeOf(at, zone),
      maskedName(services, person),
      idNumber,
      phone,
      point?.name ?? null,
      point?.address ?? null,
      directionNames[direction],
      passageWay(kind, passage.deviceId !== null),
      colourNamed(services.colours, colour).label,
      decisionNames[decision],
      why,
      temperature === null ? null : temperature / 10,
      maskWord(mask),
      scannerOf(services, passage, staff),
      counted ? '是' : '否',
      timeOf(receivedAt, zone),
      presentPassReason(services, passage.reason),
      presentOverrideReason(services, passage.overrideReason),
      noteOf(services, passage),
      passage.proof && scanObjectNames[passage.proof],
      gateOf(passage, devices),
      passage.isLate ? '是' : '否',
    ];
  });
}
