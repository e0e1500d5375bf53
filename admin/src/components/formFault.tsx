import { Alert } from 'antd';

import type { ApiError } from '../lib/api/apiError';
import { Advice } from './advice';

/** What is wrong with a form as a whole. */
export function FormFault({ fault }: { fault: ApiError | undefined }) {
  if (!fault) {
    return null;
  }
  const details = fault.fields.map(({ path, message }) => <div key={path}>{`${message}（${path}）`}</div>);

  return (
    <Alert
      className="formFault"
      type="error"
      showIcon
      title={fault.message}
      description={
        fault.retryAfter || details.length > 0 ? [<Advice key="advice" error={fault} />, ...details] : null
      }
    />
  );
}
