import type { FeedBatch } from '@anxing/contract/feeds';
import { Alert } from 'antd';
import { Link } from 'react-router';

import { useAbilities } from '../../../lib/ownUnit';
import { sayingOf } from './batchSaying';

/** What became of a batch, and what comes next. */
export function BatchVerdict({ batch }: { batch: FeedBatch }) {
  const { readRisk } = useAbilities();
  const { type, title, description } = sayingOf(batch);
  const isLinked = readRisk && batch.changeId !== null;

  return (
    <Alert
      className="pageAlert"
      role="status"
      showIcon
      type={type}
      title={title}
      description={
        description || isLinked ? (
          <>
            {description} {isLinked && <Link to={`/changes/${batch.changeId}`}>查看审批</Link>}
          </>
        ) : null
      }
    />
  );
}
