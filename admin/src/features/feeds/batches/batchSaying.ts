import { batchFaults, type FeedBatch } from '@anxing/contract/feeds';

import { isHeld } from './heldActions';

interface Saying {
  type: 'success' | 'info' | 'warning' | 'error';
  title: string;
  description?: string;
}

const held: Saying = {
  type: 'error',
  title: '已拦下，没有生效：变色的人数，或不再有效的记录，超过设定的比例',
  description: '请与数据源核实。确认无误后提请审批；有误则放弃，由数据源重新报送。',
};

/** A list that was uploaded may have been meant as an addition. */
function waitingText({ delivery, closed }: FeedBatch): string {
  const who = '须由平台上另一位有“审批”权限的工作人员批准后才生效，上传的人不能自己批准。';

  return delivery === 'full' && closed > 0
    ? `${who}批准后，未列入的 ${closed.toLocaleString()} 条在案记录不再有效；若只是补报，请审批人驳回，再上传完整的名单。`
    : who;
}

/** Rows are passed over for their code of a medicine alone. */
function inForce({ rows, ignored, closedNothing }: FeedBatch): Saying {
  if (rows > 0 && ignored === rows) {
    return {
      type: 'warning',
      title: '已生效，但没有一行适用，未产生任何记录',
      description: '所有行的药品编码都不在退烧药品清单中。请与数据源核对编码后重新报送。',
    };
  }

  return closedNothing
    ? {
        type: 'warning',
        title: '已生效，但没有终止任何旧记录',
        description: '本批有错误行，无法确认哪些记录不再存在。改正后请重新报送完整的一批。',
      }
    : { type: 'success', title: '已生效' };
}

/** What became of a batch, in words. */
export function sayingOf(batch: FeedBatch): Saying {
  const { state, fault } = batch;
  if (isHeld(batch)) {
    return held;
  }
  const why = fault ? { description: `${batchFaults[fault]}。` } : {};
  switch (state) {
    case 'receiving':
      return { type: 'info', title: '正在接收和检查，请稍候' };
    case 'waiting':
      return { type: 'warning', title: '尚未生效：等待第二人审批', description: waitingText(batch) };
    case 'applying':
      return { type: 'info', title: '已批准，正在生效' };
    case 'refused':
      return { type: 'error', title: '整批未接收，没有任何改变', ...why };
    case 'rejected':
      return { type: 'error', title: '审批未通过，没有任何改变', ...why };
    case 'outdated':
      return { type: 'warning', title: '已过时，没有生效', ...why };
    default:
      return inForce(batch);
  }
}
