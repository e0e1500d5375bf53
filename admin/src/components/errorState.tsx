import { Button } from 'antd';

import { asApiError } from '../lib/api/apiError';
import { Advice } from './advice';
import { Notice } from './notice';

/** Instead of what could not be loaded: why, when to try again, and the number to tell when asking for help. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const apiError = asApiError(error);
  const { message, status, requestId } = apiError;
  const retry = (
    <Button type="primary" onClick={onRetry}>
      重试
    </Button>
  );

  return (
    <div role="alert">
      <Notice heading="p" title={message} actions={retry}>
        <Advice error={apiError} />
        {requestId && status >= 500 && `问题编号：${requestId}`}
      </Notice>
    </div>
  );
}
