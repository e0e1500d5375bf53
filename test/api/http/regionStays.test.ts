import { newId } from '../../../api/src/base/ids';
import { addDays, dayOf } from '../../../api/src/base/days';
import type { Passage } from '../../../api/src/passages/passage';
import { writeAs } from '../../../api/src/context';
import { levelsOn } from '../../../api/src/status/regionLevels';
import { severestRegion, staysOf } from '../../../api/src/status/regionStays';
import { RegionPeriod } from '../../../api/src/models/regionPeriod';
import { RegionProposal } from '../../../api/src/models/regionProposal';
import { Person } from '../../../api/src/models/person';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildRegionLevel } from '../../support/api/factories/buildRegionLevel';
import { system } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

const dayMs = 86_400_000;

beforeAll(async () => {
  api = await startApi();
});

afterEach(async () => {
  await RegionPeriod.truncate();
  await writeAs(api.services, system, async (scene) => {
    scene.events.push({ action: 'region_levels.delete', target: 'all', details: {} });
  });
});

afterAll(() => api.close());

const now = () => api.clock.now();
const day = (ago: number) => addDays(dayOf(now(), api.services.config.brand.zone), -ago);
const stays = async (person: BuiltPerson) =>
  (await staysOf(api.services, [person.person], { now: now() })).get(person.person.id);
const severest = (person: BuiltPerson) => severestRegion(api.services, person.person, now());

/** A scan by staff some days ago, in a place of a division. */
async function scanned(
  person: BuiltPerson,
  division: string,
  daysAgo: number,
  values: Partial<Passage> = {},
) {
  const point = await buildPoint(api.services, { values: { division } });
  const at = now() - daysAgo * dayMs;
  await buildPassage(api.services, { person, point, values: { kind: 'scan', at, id: newId(at), ...values } });
}

async function claimed(division: string | null, daysAgo: number): Promise<BuiltPerson> {
  const built = await buildPerson(api.services);
  const person = await Person.findByPk(built.person.id, { rejectOnEmpty: true });
  await writeAs(api.services, system, (scene) =>
    person.set({ claimedAt: now() - daysAgo * dayMs, claimDivision: division }).saveBy(scene),
  );

  return { ...built, person };
}

describe('where people were', () => {
  test('comes from scans, and not from posters', async () => {
    await buildRegionLevel(api.services, { division: '350102', level: 'cluster' });
    const [person, other] = [await buildPerson(api.services), await buildPerson(api.services)];
    await scanned(person, '350102', 3);
    await scanned(person, '350102003001', 2);
    await scanned(other, '350102', 1, { kind: 'visit' });

    expect(await stays(person)).toMatchObject([
      { division: '350102', level: 'cluster', date: day(2), from: 'scan' },
    ]);
    expect(await stays(other)).toBeUndefined();
  });

  test('tells one stay for each county, only where the level is raised now', async () => {
    await buildRegionLevel(api.services, { division: '350100', level: 'sporadic' });
    await buildRegionLevel(api.services, { division: '350103', level: 'none' });
    await buildRegionLevel(api.services, { division: '350203', level: 'cluster', untilDay: day(0) });
    const person = await buildPerson(api.services);
    for (const [division, daysAgo] of [
      ['350102', 5],
      ['350103', 4],
      ['350104', 3],
      ['350203', 2],
      ['350302', 1],
    ] as const) {
      await scanned(person, division, daysAgo);
    }

    expect(await stays(person)).toMatchObject([
      { division: '350104', level: 'sporadic', date: day(3), from: 'scan' },
      { division: '350102', level: 'sporadic', date: day(5), from: 'scan' },
    ]);
  });

  test('goes back fourteen days, the first one whole', async () => {
    await buildRegionLevel(api.services, { division: '350102', level: 'cluster' });
    const [person, late] = [await buildPerson(api.services), await buildPerson(api.services)];
    await scanned(person, '350102', 14);
    await scanned(late, '350102', 15);

    expect(await stays(person)).toMatchObject([{ date: day(14) }]);
    expect(await stays(late)).toBeUndefined();
  });

  test('begins at the place of the first claim', async () => {
    await buildRegionLevel(api.services, { division: '350102', level: 'cluster' });
    expect(await stays(await claimed('350102003001', 13))).toMatchObject([
      { division: '350102', level: 'cluster', date: day(13), from: 'claim' },
    ]);
    expect(await stays(await claimed('350102', 15))).toBeUndefined();
    expect(await stays(await claimed(null, 1))).toBeUndefined();

    const person = await claimed('350102', 6);
    await scanned(person, '350102', 2);
    expect(await stays(person)).toMatchObject([{ date: day(2), from: 'scan' }]);
  });

  test('can be asked of many at once, and as it was known then', async () => {
    const people = [await buildPerson(api.services), await buildPerson(api.services)];
    await Promise.all(people.map((person) => scanned(person, '350102', 1, { receivedAt: now() })));
    const before = now();
    api.clock.advance(1_000);
    await buildRegionLevel(api.services, { division: '350102', level: 'cluster' });
    const persons = people.map(({ person }) => person);

    expect((await staysOf(api.services, persons, { now: now() })).size).toBe(2);
    expect((await staysOf(api.services, persons, { now: now(), knownAt: before })).size).toBe(0);
    expect((await staysOf(api.services, persons, { now: now(), knownAt: now() })).size).toBe(2);
    expect((await staysOf(api.services, [], { now: now() })).size).toBe(0);
  });
});

describe('the most severe region', () => {
  test('is named with its policy; of several as severe the last one', async () => {
    await buildRegionLevel(api.services, { division: '350102', level: 'cluster' });
    await buildRegionLevel(api.services, { division: '350103', level: 'cluster', policy: '示例防控要求' });
    await buildRegionLevel(api.services, { division: '350104', level: 'sporadic' });
    const person = await buildPerson(api.services);
    await scanned(person, '350104', 1);
    await scanned(person, '350103', 2);
    await scanned(person, '350102', 3);

    expect(await severest(person)).toEqual({
      division: '350103',
      name: '福建省福州市台江区',
      level: 'cluster',
      levelName: '局部聚集疫情区',
      policy: '示例防控要求',
      date: day(2),
      from: 'scan',
    });
  });

  test('is none where nothing is raised', async () => {
    const person = await buildPerson(api.services);
    await scanned(person, '350102', 1);

    expect(await severest(person)).toBeNull();
  });
});

describe('the levels on a day', () => {
  test('are those on record then, when asked so, and the newest otherwise', async () => {
    const levelOf = async (knownAt?: number) =>
      (await levelsOn(api.services, { day: day(0), knownAt })).of('350102').level.id;
    await buildRegionLevel(api.services, { division: '350102', level: 'sporadic' });
    const first = now();
    api.clock.advance(1_000);
    await buildRegionLevel(api.services, { division: '350102', level: 'community', fromDay: day(1) });

    expect(await levelOf()).toBe('community');
    expect(await levelOf(first)).toBe('sporadic');
    expect(await levelOf(first - 60_000)).toBe('none');
    expect((await levelsOn(api.services, { day: day(2) })).of('350102').level.id).toBe('sporadic');
  });

  test('of one division are set by one after the other', async () => {
    await writeAs(api.services, system, (scene) =>
      RegionProposal.build({
        id: newId(scene.now),
        settings: '[]',
        comment: '示例',
        createdAt: scene.now,
      }).saveBy(scene),
    );
    const wanted = ['sporadic', 'cluster', 'community', 'none', 'cluster'];
    await Promise.all(wanted.map((level) => buildRegionLevel(api.services, { division: '350102', level })));
    const open = await RegionPeriod.findAll({ where: { division: '350102', recordedUntil: null } });

    expect(open).toHaveLength(1);
    expect(await RegionPeriod.count()).toBe(wanted.length);
  });
});
