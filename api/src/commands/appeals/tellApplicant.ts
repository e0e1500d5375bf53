import { timeOf } from '../../base/days';
import { newId } from '../../base/ids';
import type { Services } from '../../context';
import type { Appeal } from '../../models/appeal';
import { createBy } from '../../models/auditedModel';
import { Message } from '../../models/message';
import type { Scene } from '../../storage/scene';

export type AppealNews =
  'submitted' | 'moreAsked' | 'proposed' | 'sentBack' | 'upheld' | 'dismissed' | 'lapsed';

/** What an appeal that was upheld took away, and what it did not, in the words of the rules. */
export interface LiftedReasons {
  lifted: readonly string[];
  standing: readonly string[];
  /** What comes back when the lift is over, in words; null where nothing does. */
  back: string | null;
  /** ms; null: the lift ends with the records. */
  until: number | null;
}

/** Of twenty long reasons more than a message holds. */
const namesShown = 80;

function named(reasons: readonly string[]): string {
  const names = reasons.map((text) => `“${text}”`).join('、');

  return names.length > namesShown ? `${names.slice(0, namesShown)}…等` : names;
}

/** True as well when the code keeps its colour: another source may have told the same. */
const ifNotTurned =
  '如健康码仍未恢复，说明另有记录（可能是其他来源的同类记录），请在“亮码”页查看原因，可再次申诉。';

function upheldText({ lifted, standing, back, until }: LiftedReasons): string {
  const end = until === null ? '（解除与所涉记录同时失效）' : '';
  const warning = back === null ? '' : `请注意：${back}。`;
  const rest =
    standing.length > 0 ? `${named(standing)}未解除，请打开“申诉”查看答复；如有新的材料，可再次提出。` : '';

  return `您申诉的记录不再影响健康码：${named(lifted)}${end}。${warning}${rest}${ifNotTurned}`;
}

interface Text {
  title: string;
  body: string;
}

/** What was said is read in the appeal itself, where it is sealed. */
function textOf({ config }: Services, { dueAt }: Appeal, news: AppealNews, reasons: LiftedReasons): Text {
  const { zone, hotline } = config.brand;
  const due = dueAt === null ? '' : timeOf(dueAt, zone).slice(0, 16);
  const texts: Record<AppealNews, Text> = {
    submitted: { title: '申诉已提交', body: `我们将在 ${due} 前答复，可在“申诉”中查看进度。` },
    moreAsked: {
      title: '申诉需要补充材料',
      body: `请在 ${due} 前打开“申诉”，按说明补充。逾期未补充的，本次申诉将结束，您可以再次提出。`,
    },
    proposed: {
      title: '申诉核查通过，等待复核',
      body: `将由另一名工作人员在 ${due} 前复核，复核通过后生效。`,
    },
    sentBack: { title: '申诉需要重新核查', body: `复核未完成，我们会重新核查，并在 ${due} 前答复。` },
    upheld: {
      title: '申诉成立',
      body: upheldText(reasons),
    },
    dismissed: {
      title: '申诉不成立',
      body: `请打开“申诉”查看答复。如有新的材料，可再次提出，或拨打 ${hotline}。`,
    },
    lapsed: {
      title: '申诉已结束',
      body: `因未在期限内补充材料，本次申诉已结束。如有新的材料，可再次提出，或拨打 ${hotline}。`,
    },
  };

  return texts[news];
}

const nothingLifted: LiftedReasons = { lifted: [], standing: [], back: null, until: null };

/** The person reads of every step. */
export async function tellApplicant(
  services: Services,
  scene: Scene,
  appeal: Appeal,
  news: AppealNews,
  reasons: LiftedReasons = nothingLifted,
): Promise<void> {
  await createBy(Message, scene, {
    id: newId(scene.now),
    personId: appeal.personId,
    kind: 'appeal',
    ...textOf(services, appeal, news, reasons),
    at: scene.now,
  });
}
