import type { RiskRule } from '@anxing/contract/riskRules';

import { dayOf } from '../../../../api/src/base/days';
import { jobKinds } from '../../../../api/src/commands/jobKinds';
import { Recomputer } from '../../../../api/src/commands/risk/recompute/recomputer';
import { ensureFirstRules } from '../../../../api/src/commands/rules/ensureFirstRules';
import { writeAs } from '../../../../api/src/context';
import { LongJobs } from '../../../../api/src/jobs/longJobs';
import { Person } from '../../../../api/src/models/person';
import type { Point } from '../../../../api/src/models/point';
import { approveRules } from '../approvedRules';
import { buildFact } from '../factories/buildFact';
import { buildPoint, buildPoster } from '../factories/buildPoint';
import { buildRegionLevel } from '../factories/buildRegionLevel';
import { system } from '../factories/buildUnit';
import { signedInPerson } from '../factories/signedInResident';
import { verifiedStaff, type VerifiedStaff } from '../factories/verifiedStaff';
import { buildFeedClient, type FeedClient } from '../feedClient';
import type { Applicant } from '../appeals';
import type { TestApi } from '../testApi';

/** Where everybody of these tests claims from; it has no level at first. */
export const division = '350103';

/** A neighbouring region that is raised from the start: who was scanned there is orange. */
export const raised = '350104';

/** The deliverer whose batches are held. */
export const heldChannel = 'held';

/** What a walk is in, and whose colours somebody tries to change. */
export interface World {
  api: TestApi;
  recomputer: Recomputer;
  jobs: LongJobs;
  /** Who decides what is left over, and is the second person where one is wanted. */
  second: VerifiedStaff;
  /** Who gives up what nobody vouched for. */
  desk: VerifiedStaff;
  fever: FeedClient;
  arrivals: FeedClient;
  /** Delivers what is held until two people vouch for it. */
  held: FeedClient;
  point: Point;
  poster: string;
  targets: Targets;
  /** Versions of the rules: the one in force, and one of the past by which everybody had another colour. */
  versions: { inForce: number; past: number };
}

export interface Targets {
  /** Orange by a row of a feed that adds. */
  ill: Applicant;
  /** Orange by a row of a feed that tells everything each time. */
  arrived: Applicant;
  /** Green, although there is a fact about him that the rules pass over. */
  well: Applicant;
}

/** Rules by which all of them had another colour. */
export function otherRules(rules: readonly RiskRule[]): RiskRule[] {
  const enabled: Record<string, boolean> = { fever: false, arrivals: false, selfReport: true };

  return rules.map((rule) => ({ ...rule, enabled: enabled[rule.id] ?? rule.enabled }));
}

function withRegions(rules: readonly RiskRule[]): RiskRule[] {
  const texts = { reason: '到过社区传播疫情区', advice: '请居家观察。', appeal: '可以申诉。' };
  const when = [{ regionLevels: ['community'], days: 14 }];

  return [...rules, { id: 'regions', enabled: true, colour: 'orange', when, ...texts, exemptions: [] }];
}

export function todayOf({ clock, services }: TestApi): string {
  return dayOf(clock.now(), services.config.brand.zone);
}

async function claimedHere({ services }: TestApi, { person }: Applicant): Promise<void> {
  await writeAs(services, system, async (scene) => {
    const stored = await Person.findByPk(person.id, { rejectOnEmpty: true, transaction: scene.tx });
    stored.claimDivision = division;
    await stored.saveBy(scene);
  });
}

/** New people, for whom nobody has tried anything yet. */
export async function buildTargets({
  api,
  fever,
  arrivals,
}: Pick<World, 'api' | 'fever' | 'arrivals'>): Promise<Targets> {
  const [ill, arrived, well] = [
    await signedInPerson(api.services),
    await signedInPerson(api.services),
    await signedInPerson(api.services),
  ];
  const date = todayOf(api);
  await fever.deliver([{ idNumber: ill.idNumber, date }]).expect(201);
  await arrivals.deliver([{ idNumber: arrived.idNumber, kind: 'arrived', date }]).expect(201);
  await buildFact(api.services, well.idNumber, { source: 'reports', kind: 'symptom' });
  await claimedHere(api, well);

  return { ill, arrived, well };
}

/** Puts the rules in force that these tests begin with. */
export async function usualRules({ services, clock }: TestApi): Promise<number> {
  const first = (await services.rules.at(0)).rules;
  const version = await approveRules(services, () => withRegions(first));
  // Of two versions, the later one counts.
  clock.advance(1_000);

  return version;
}

async function prepareRules(api: TestApi): Promise<World['versions']> {
  await ensureFirstRules(api.services);
  const past = await approveRules(api.services, otherRules);
  api.clock.advance(1_000);

  return { past, inForce: await usualRules(api) };
}

export async function buildWorld(api: TestApi): Promise<World> {
  const { services } = api;
  const versions = await prepareRules(api);
  await buildRegionLevel(services, { division: raised, level: 'community' });
  const fever = await buildFeedClient(api, 'fever');
  const arrivals = await buildFeedClient(api, 'arrivals');
  const held = await buildFeedClient(api, 'fever', { channel: heldChannel });
  const targets = await buildTargets({ api, fever, arrivals });
  const point = await buildPoint(services);
  const { token: poster } = await buildPoster(services, point);
  const second = await verifiedStaff(services, { roles: ['approver'] });
  const desk = await verifiedStaff(services, { roles: ['feeds'] });
  const [recomputer, jobs] = [new Recomputer(services), new LongJobs(services, jobKinds)];

  const people = { second, desk, targets };

  return { api, recomputer, jobs, ...people, fever, arrivals, held, point, poster, versions };
}
