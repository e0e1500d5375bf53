import { describeSizes, packageSizes, sizeFaults } from '../../../scripts/lib/packageSizes.mjs';
import { useTemporaryFolder, writeFiles } from '../temporaryFolder';

const folder = useTemporaryFolder();
const kilobyte = 1024;
const limits = { package: 2048 * kilobyte, total: 8192 * kilobyte };

function build(app: object, sizes: Record<string, number>): void {
  const files = Object.entries(sizes).map(([name, bytes]) => [name, new Uint8Array(bytes)] as const);
  writeFiles(folder(), { ...Object.fromEntries(files), 'app.json': JSON.stringify(app) });
}

describe('packageSizes', () => {
  it('counts what lies in no subpackage as the main package', () => {
    const app = { pages: ['pages/code/index'], subPackages: [{ root: 'packages/door/', pages: ['scan'] }] };
    build(app, {
      'app.js': 1000,
      'pages/code/index.js': 500,
      'packages/door/scan.js': 300,
      'packages/doorbell.js': 7,
    });
    const manifest = JSON.stringify(app).length;

    expect(packageSizes(folder())).toEqual({
      total: 1807 + manifest,
      packages: [
        { name: 'main', bytes: 1507 + manifest },
        { name: 'packages/door', bytes: 300 },
      ],
    });
  });

  it('knows the other spelling of subpackages, and leaves source maps out', () => {
    build({ subpackages: [{ root: 'a' }] }, { 'a/x.js': 10, 'a/x.js.map': 5000 });

    expect(packageSizes(folder()).packages[1]).toEqual({ name: 'a', bytes: 10 });
  });

  it('measures a site without packages as a whole', () => {
    writeFiles(folder(), { 'index.html': new Uint8Array(1536) });

    const sizes = packageSizes(folder());

    expect(sizes.total).toBe(1536);
    expect(describeSizes(sizes, undefined)).toBe('2 kB');
  });
});

describe('sizeFaults', () => {
  const packages = (main: number, sub: number) => [
    { name: 'main', bytes: main },
    { name: 'door', bytes: sub },
  ];

  it('accepts exactly the limits', () => {
    expect(sizeFaults({ total: limits.total, packages: packages(limits.package, 1) }, limits)).toEqual([]);
  });

  it('names every package and the total that are too large', () => {
    const faults = sizeFaults(
      { total: limits.total + 1, packages: packages(limits.package + 1, limits.package + 1) },
      limits,
    );

    expect(faults).toHaveLength(3);
    expect(faults.join(' ')).toMatch(/main.*door.*total/);
  });
});
