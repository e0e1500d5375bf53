import { readFileSync } from 'node:fs';
import path from 'node:path';

import { neededNode, nodeVersionSentence } from '../../../scripts/lib/nodeVersion.mjs';

describe('nodeVersionSentence', () => {
  it.each(['14.21.3', '18.20.8', '20.9.0', '20.18.3'])('tells the user of %s what to install', (version) => {
    const sentence = nodeVersionSentence(version);

    expect(sentence).toContain(version);
    expect(sentence).toContain(neededNode);
    expect(sentence).toContain('版本过旧');
    expect(sentence).toContain('Install it');
  });

  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0', '20.19.0-nightly'])('is silent for %s', (version) => {
    expect(nodeVersionSentence(version)).toBe('');
  });

  it('asks for the version that package.json asks for', () => {
    const root = path.join(__dirname, '../../..');
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

    expect(neededNode.startsWith(manifest.engines.node.replace('>=', ''))).toBe(true);
  });
});
