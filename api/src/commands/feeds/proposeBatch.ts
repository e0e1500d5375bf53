import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Change } from '../../models/change';
import type { FeedBatch } from '../../models/feedBatch';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';
import { proposeChange } from '../changes/proposeChange';
import { targetOf } from './feedTables';
import { rowsAbout } from './rowsAbout';
import type { Turning } from './turning';

interface Waiting {
  batch: FeedBatch;
  turning: Turning;
  staffId: string;
}

const lately = '（含该报送方 24 小时内的批次）';

/** A list that a person uploads may be meant as an addition: how much it ends is always said. */
function wholeWarning({ origin, mode, closed }: FeedBatch): string[] {
  return origin === 'hand' && mode === 'full' && closed > 0
    ? [`本批为全量数据，将替换在案的全部名单：未列入的 ${closed} 条在案记录生效后不再有效`]
    : [];
}

function warningOf(batch: FeedBatch, { turned, ended }: Turning, isOfHomes: boolean): string | null {
  const what = isOfHomes ? '名居民不再属于封闭管理小区' : '条在案记录不再有效';
  const parts = [
    ...wholeWarning(batch),
    ...(turned === undefined ? [] : [`生效后最多有 ${turned} 人不再是绿码${lately}`]),
    ...(ended === undefined ? [] : [`生效后有 ${ended} ${what}${lately}，相关人员可能转为绿码`]),
  ];

  return parts.length > 0 ? parts.join('；') : null;
}

/**
 * Nobody takes part in a batch that says something about himself or his home, or that ends something about
 * them.
 * @throws change_about_self
 */
export async function refuseConcerned(
  services: Services,
  scene: Scene,
  batch: FeedBatch,
  personId: string | null,
): Promise<void> {
  const person = personId ? await Person.findByPk(personId, { transaction: scene.tx }) : null;
  if (!person) {
    return;
  }
  const isWhole = batch.mode === 'full' && batch.wrong === 0;
  const rows = await rowsAbout(services, scene, batch, person.identityIndex);
  const number = Number(batch.number);
  const isConcerned = rows.some((row) => {
    const isOwn = Number(row.batch) === number || Number(row.closed_by) === number;
    const isEnded = isWhole && row.closed_by === null && Number(row.seen_in) !== number;

    return isOwn || isEnded;
  });
  if (isConcerned) {
    throw new AppError('change_about_self');
  }
}

/** A batch waits for a second person: because a person uploaded it, or because it would do so much to so many. */
export async function proposeBatch(
  services: Services,
  scene: Scene,
  { batch, turning, staffId }: Waiting,
): Promise<Change> {
  const feed = services.feedRules.find(({ source }) => source === batch.source);
  const name = feed?.name ?? batch.source;
  const isOfHomes = targetOf(services.feedRules, batch) === 'seals';
  const change = await proposeChange(services, scene, {
    kind: 'batch',
    subject: batch.id,
    scope: batch.source,
    title: `${name}：${batch.name}`,
    facts: [
      { label: '数据源', value: name },
      { label: '报送方', value: batch.submittedBy },
      { label: '报送方式', value: batch.mode === 'full' ? '全量（未列入的记录将不再有效）' : '增量' },
      { label: '行数', value: String(batch.rowCount) },
      { label: '新增', value: String(batch.added) },
      { label: '撤销', value: String(batch.withdrawn) },
      { label: '不再有效', value: String(batch.closed) },
      { label: '错误行', value: String(batch.wrong) },
      { label: '内容摘要', value: batch.digest ?? '' },
    ],
    warning: warningOf(batch, turning, isOfHomes),
    staffId,
  });
  await refuseConcerned(services, scene, batch, change.personId);

  return change;
}
