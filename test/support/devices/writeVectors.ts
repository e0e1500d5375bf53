import { readFileSync, writeFileSync } from 'node:fs';

import { deviceVectors } from './vectors';

/** `npx tsx test/support/devices/writeVectors.ts`: puts the vectors into their pages, between their marks. */
for (const file of ['docs/devices.md', 'docs/devices.zh-CN.md']) {
  let page = readFileSync(file, 'utf8');
  for (const [name, text] of Object.entries(deviceVectors())) {
    const block = new RegExp(`(<!-- vector: ${name} -->\\n\`\`\`\\w*\\n)[\\s\\S]*?(\\n\`\`\`)`);
    page = page.replace(block, (_, head: string, tail: string) => head + text + tail);
  }
  writeFileSync(file, page);
}
