import type { FieldError } from '@anxing/contract/errors';
import { batchFaults, type BatchFault } from '@anxing/contract/feeds';

import { AppError } from '../../base/errors';

/** What the deliverer needs to go on, for example the number that is expected: in Chinese, and in English where that differs. */
export type RefusalDetail = string | readonly [chinese: string, english: string];

/** A line, as it is told. */
export const lineDetail = (line: number): RefusalDetail => [`第 ${line} 行`, `line ${line}`];

/** A batch that cannot be taken in as a whole. */
export class BatchRefused extends AppError {
  constructor(
    readonly fault: BatchFault,
    detail: RefusalDetail = '',
    /** What is wrong row by row, for who has no page to read it on. */
    rows: readonly FieldError[] = [],
  ) {
    const [chinese, english] = typeof detail === 'string' ? [detail, detail] : detail;
    const message = chinese === '' ? batchFaults[fault] : `${batchFaults[fault]}（${chinese}）`;
    super(codes[fault] ?? 'batch_refused', {
      fields: [
        { path: 'batch', message, messageEn: english === '' ? fault : `${fault}: ${english}` },
        ...rows,
      ],
    });
  }
}

const codes: Partial<Record<BatchFault, 'batch_out_of_order'>> = {
  sequence: 'batch_out_of_order',
  older: 'batch_out_of_order',
  future: 'batch_out_of_order',
};
