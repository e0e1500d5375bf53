import { limits } from '@anxing/contract/limits';

import type { FieldRule } from '../../../lib/forms/schemaRule';

const megabytes = limits.feedFileBytes / 1024 ** 2;

/** What can be said of a file before it goes up. */
export const fileRule: FieldRule = {
  required: true,
  validator: async (_rule, file: unknown) => {
    if (!(file instanceof File)) {
      throw new Error('请选择文件');
    }
    if (!/\.(csv|ndjson|jsonl)$/i.test(file.name)) {
      throw new Error('请选择 CSV 或 NDJSON 文件；Excel 文件请另存为“CSV UTF-8”');
    }
    if (file.size > limits.feedFileBytes) {
      throw new Error(`文件超过 ${megabytes} MB，请分成几个文件`);
    }
    if (file.size === 0) {
      throw new Error('文件是空的');
    }
  },
};
