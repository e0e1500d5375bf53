import type { Clock } from './base/clock';
import type { Logger } from './base/logger';
import type { Metrics } from './base/metrics';
import type { ProvinceConfig } from './base/provinceConfig';
import type { Settings } from './base/settings';
import type { CodeShower } from './codes/codeShower';
import type { KeyRing } from './codes/keyRing';
import type { CodeKey, PosterKey } from './codes/keys';
import type { ServerKey } from './codes/serverKeys';
import type { FlowServices } from './flow/makeFlow';
import type { RecordCaches } from './models/recordCaches';
import type { PassageWriter } from './passages/passageWriter';
import type { AuditChain } from './privacy/auditChain';
import type { BlindIndex } from './privacy/blindIndex';
import type { DayDigests } from './privacy/dayDigests';
import type { FieldVault } from './privacy/fieldVault';
import type { Tokens } from './privacy/tokens';
import type { UnitReferences } from './privacy/unitReferences';
import type { Providers } from './providers/createProviders';
import type { Colours } from './risk/colours';
import type { FeedRules } from './risk/feedRules';
import type { OverrideReasons } from './risk/overrideReasons';
import type { RegionLevels } from './risk/regionLevels';
import type { RuleBook } from './risk/ruleBook';
import type { RiskRules } from './risk/rules';
import type { ScreeningRules } from './risk/screening/screeningRules';
import type { Bus } from './storage/bus';
import type { Database } from './storage/database';
import { isDatabaseGone } from './storage/databaseErrors';
import type { Holds } from './storage/holds';
import type { Limiter } from './storage/limiter';
import type { ResultFiles } from './storage/resultFiles';
import type { SlotLease } from './storage/slotLease';
import type { DeviceNotes } from './storage/deviceNotes';
import { changesOf, type Actor, type AuditEvent, type Scene } from './storage/scene';

/** Everything the house is built from; made once at start, handed down, never global. */
export interface Services {
  settings: Settings;
  config: ProvinceConfig;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  database: Database;
  lease: SlotLease;
  limiter: Limiter;
  /** What is used once for a while, on all processes together. */
  holds: Holds;
  files: ResultFiles;
  bus: Bus;
  caches: RecordCaches;
  writer: PassageWriter;
  flow: FlowServices;
  vault: FieldVault;
  index: BlindIndex;
  references: UnitReferences;
  audit: AuditChain;
  digests: DayDigests;
  providers: Providers;
  codeKeys: KeyRing<CodeKey>;
  /** Signs codes, once for many showings. */
  codes: CodeShower;
  posterKeys: KeyRing<PosterKey>;
  /** Sign what devices are answered. */
  serverKeys: KeyRing<ServerKey>;
  /** What is known of devices besides their records. */
  deviceNotes: DeviceNotes;
  tokens: Tokens;
  colours: Colours;
  feedRules: FeedRules;
  /** The closed list of reasons for which a colour is changed by hand. */
  overrideReasons: OverrideReasons;
  /** The levels that a region can have. */
  regionLevels: RegionLevels;
  /** Who is to be tested how often. */
  screening: ScreeningRules;
  /** The configuration's rules: the first version. */
  riskRules: RiskRules;
  /** Which rules are in force when. */
  rules: RuleBook;
}

/** Who does something, and from where. */
export interface Origin {
  actor: Actor;
  ip: string | null;
}

function tell({ bus }: Services, events: readonly AuditEvent[]): void {
  const changes = changesOf(events);
  if (changes.length > 0) {
    bus.publish('changes', changes);
  }
}

/**
 * Runs a change in one transaction; what it did is appended to the audit chain before the commit, and told to
 * whoever keeps a copy after it.
 */
export async function writeAs<T>(
  services: Services,
  origin: Origin,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  let events: AuditEvent[] = [];
  try {
    return await services.database.write(async (tx) => {
      events = [];
      const scene: Scene = { ...origin, now: services.clock.now(), tx, events };
      const done = await work(scene);
      await services.audit.append(scene, services.database.within(tx));

      return done;
    });
  } catch (error) {
    // Whoever gets no answer to a commit does not know whether it was made.
    events = isDatabaseGone(error) ? events : [];
    throw error;
  } finally {
    tell(services, events);
  }
}
