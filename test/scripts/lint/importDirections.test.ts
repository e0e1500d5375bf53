import path from 'node:path';

import { importDirections } from '../../../scripts/lint/importDirections.mjs';
import { ruleTester } from './ruleTester';

const filename = path.resolve('api/src/models/person.ts');
const errors = [{ messageId: 'direction' }];

ruleTester.run('importDirections', importDirections, {
  valid: [
    { filename, code: "import { table } from '../storage/tables';" },
    { filename, code: 'export const person = 1;' },
    { filename, code: "import(name + '.ts');" },
    {
      filename: path.resolve('scripts/lib/buildApi.mjs'),
      code: "const { build } = await import('esbuild');",
    },
  ],
  invalid: [
    { filename, errors, code: "import { verify } from '../commands/verify';" },
    { filename, errors, code: "import type { Verify } from '../commands/verify';" },
    { filename, errors, code: "export { verify } from '../commands/verify';" },
    { filename, errors, code: "export * from '../commands/verify';" },
    { filename, errors, code: "await import('../commands/verify');" },
    { filename: path.resolve('scripts/lib/buildApi.mjs'), errors, code: "import { build } from 'esbuild';" },
  ],
});
