/** Frames in which V8 says that nothing ran. */
const idle = '(idle)';

/** µs that each node of the tree was at the top of the stack. */
function microsByNode({ nodes, samples, timeDeltas }) {
  const micros = new Map(nodes.map(({ id }) => [id, 0]));
  samples.forEach((id, at) => micros.set(id, micros.get(id) + (timeDeltas[at] ?? 0)));

  return micros;
}

/** Which part of the program a file belongs to: our layer, a package, or Node. */
export function partOf(file, name) {
  if (file === '') {
    return /^\((?!anonymous).+\)$/.test(name) ? name : '(native)';
  }
  const [, ours] = /(?:^|\/)api\/(src\/[\w-]+|db)/.exec(file) ?? [];
  const [, inside] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  if (inside) {
    return inside;
  }
  if (ours) {
    return `api/${ours}`;
  }

  return file.startsWith('node:') ? 'node' : file.replace(/^(?:.*\/)?(contract|test)\/.*/, '$1');
}

function grouped(entries, keyOf) {
  const sums = new Map();
  for (const entry of entries) {
    const key = keyOf(entry);
    sums.set(key, (sums.get(key) ?? 0) + entry.micros);
  }

  return [...sums].sort(([, one], [, other]) => other - one);
}

/**
 * Where the time went: by function and by part, largest first, as shares of the time in which anything ran.
 * @param {{ nodes: { id: number, callFrame: object }[], samples: number[], timeDeltas: number[] }} profile
 * @param {(frame: { url: string, lineNumber: number, columnNumber: number }) => { file: string, line: number }} locate
 *   finds the place in the sources
 */
export function selfTimes(profile, locate) {
  const micros = microsByNode(profile);
  const entries = profile.nodes
    .filter(({ id, callFrame }) => micros.get(id) > 0 && callFrame.functionName !== idle)
    .map(({ id, callFrame }) => {
      const { file, line } = locate(callFrame);
      const name = callFrame.functionName || '(anonymous)';

      return { micros: micros.get(id), name, place: file && `${file}:${line}`, part: partOf(file, name) };
    });
  const busy = entries.reduce((sum, entry) => sum + entry.micros, 0);
  const whole = profile.timeDeltas.reduce((sum, delta) => sum + delta, 0);
  const shares = (sums) => sums.map(([name, value]) => ({ name, share: value / busy }));

  return {
    busy: busy / whole,
    functions: shares(grouped(entries, ({ name, place }) => `${name}  ${place}`.trimEnd())),
    parts: shares(grouped(entries, ({ part }) => part)),
  };
}
