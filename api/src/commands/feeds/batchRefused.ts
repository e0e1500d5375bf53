import type { FieldError } from '@anxing/contract/errors';
import { batchFaults, type BatchFault } from '@anxing/contract/feeds';

import { AppError } from '../../base/errors';

/** A batch that cannot be taken in as a whole. */
export class BatchRefused extends AppError {
  constructor(
    readonly fault: BatchFault,
    /** What the deliverer needs to go on, for example the number that is expected. */
    detail = '',
    /** What is wrong row by row, for who has no page to read it on. */
    rows: readonly FieldError[] = [],
  ) {
    const message = detail === '' ? batchFaults[fault] : `${batchFaults[fault]}（${detail}）`;
    super(codes[fault] ?? 'batch_refused', {
      fields: [{ path: 'batch', message, messageEn: detail === '' ? fault : `${fault}: ${detail}` }, ...rows],
    });
  }
}

const codes: Partial<Record<BatchFault, 'batch_out_of_order'>> = {
  sequence: 'batch_out_of_order',
  older: 'batch_out_of_order',
  future: 'batch_out_of_order',
};
