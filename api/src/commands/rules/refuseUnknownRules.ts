import { StartRefused } from '../../base/errors';
import type { Services } from '../../context';
import { ruleFaults } from '../../risk/rules';

/** Each colour is found by one step through the index, however many people have it. */
async function coloursOfPeople({ database }: Services): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const [row] = await database.select('SELECT MIN(colour) AS colour FROM persons WHERE colour > ?', [
      found.at(-1) ?? '',
    ]);
    if (row?.colour === null || row?.colour === undefined) {
      return found;
    }
    found.push(String(row.colour));
  }
}

async function faultsOfRules(services: Services): Promise<string[]> {
  const { rules, clock, colours, feedRules, regionLevels } = services;
  const around = { colours, feedRules, regionLevels: regionLevels.above.map(({ id }) => id) };
  const versions = await rules.from(clock.now());

  return versions.flatMap(({ version, rules: list }) =>
    ruleFaults(list, around).map(({ path, text }) => {
      const id = list[Number(path.split('.')[0])]?.id ?? '';

      return `第 ${version} 版 / version ${version}, rule ${id}: ${text}`;
    }),
  );
}

/**
 * What two people approved names colours, sources and levels. Without one of them nobody could be judged any more: codes
 * would fail at the door, which a start has to prevent.
 * @throws StartRefused naming version, rule and what is unknown
 */
export async function refuseUnknownRules(services: Services): Promise<void> {
  const known = new Set(services.colours.colours.map(({ name }) => name));
  const lost = (await coloursOfPeople(services)).filter((name) => !known.has(name));
  const faults = [
    ...(await faultsOfRules(services)),
    ...lost.map((name) => `人员的颜色 / people have the colour: '${name}'`),
  ];
  if (faults.length > 0) {
    throw new StartRefused(
      '配置与生效中的判定规则不符 / config/colours.json, feeds.json or regionLevels.json lack what is in use:\n  ' +
        faults.join('\n  '),
    );
  }
}
