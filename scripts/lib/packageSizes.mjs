import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { size } from './format.mjs';

/** Every file below a folder with its bytes; source maps stay at home and do not count. */
function weigh(folder, inside = '') {
  return readdirSync(path.join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(inside, entry.name);
    if (entry.isDirectory()) {
      return weigh(folder, place);
    }

    return place.endsWith('.map') ? [] : [{ place, bytes: statSync(path.join(folder, place)).size }];
  });
}

function sum(files) {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

function subpackageRoots(folder) {
  const manifest = path.join(folder, 'app.json');
  if (!existsSync(manifest)) {
    return [];
  }
  const app = JSON.parse(readFileSync(manifest, 'utf8'));
  const declared = app.subPackages ?? app.subpackages ?? [];

  return declared.map((entry) => `${entry.root.replace(/^\/|\/$/g, '')}/`);
}

/**
 * Bytes of a built program: everything, and per package as the platforms count them (what lies in no subpackage's
 * root is the main package).
 * @returns {{ total: number, packages: { name: string, bytes: number }[] }}
 */
export function packageSizes(folder) {
  const files = weigh(folder);
  const roots = subpackageRoots(folder);
  const isMain = ({ place }) => !roots.some((root) => place.startsWith(root));
  const subpackages = roots.map((root) => ({
    name: root.slice(0, -1),
    bytes: sum(files.filter(({ place }) => place.startsWith(root))),
  }));

  return {
    total: sum(files),
    packages: [{ name: 'main', bytes: sum(files.filter(isMain)) }, ...subpackages],
  };
}

/** One sentence for every limit that is passed; `limits` in bytes. */
export function sizeFaults({ total, packages }, limits) {
  const faults = packages
    .filter(({ bytes }) => bytes > limits.package)
    .map(({ name, bytes }) => `${name}: ${size(bytes)} > ${size(limits.package)}`);
  if (total > limits.total) {
    faults.push(`total: ${size(total)} > ${size(limits.total)}`);
  }

  return faults;
}

/** '412 kB of 2.00 MB main · door 80 kB · total 492 kB of 30.00 MB'; without limits just the total. */
export function describeSizes({ total, packages }, limits) {
  if (!limits) {
    return size(total);
  }
  const [main, ...others] = packages;
  const parts = [
    `main ${size(main.bytes)} of ${size(limits.package)}`,
    ...others.map(({ name, bytes }) => `${name} ${size(bytes)}`),
    `total ${size(total)} of ${size(limits.total)}`,
  ];

  return parts.join(' · ');
}
