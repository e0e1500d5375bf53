import { readFileSync } from 'node:fs';

import { systemClock, type Clock } from './base/clock';
import { StartRefused } from './base/errors';
import { createLogger, type Logger } from './base/logger';
import { Metrics } from './base/metrics';
import { loadProvinceConfig, type ProvinceConfig } from './base/provinceConfig';
import type { Settings } from './base/settings';
import { CodeShower } from './codes/codeShower';
import { KeyRing } from './codes/keyRing';
import { codeKeyFromMaterial, posterKeyFromMaterial } from './codes/keys';
import { serverKeysOf } from './codes/serverKeys';
import type { Services } from './context';
import { makeFlow } from './flow/makeFlow';
import { defineModels } from './models/defineModels';
import { makeRecordCaches } from './models/recordCaches';
import { PassageWriter } from './passages/passageWriter';
import { AuditChain } from './privacy/auditChain';
import { BlindIndex } from './privacy/blindIndex';
import { DayDigests } from './privacy/dayDigests';
import { FieldVault } from './privacy/fieldVault';
import { Tokens } from './privacy/tokens';
import { UnitReferences } from './privacy/unitReferences';
import { createProviders } from './providers/createProviders';
import { readProviderSettings } from './providers/readProviderSettings';
import { parseColours } from './risk/colours';
import { RiskConfigError } from './risk/configError';
import { parseFeedRules } from './risk/feedRules';
import { parseOverrideReasons } from './risk/overrideReasons';
import { regionFeed } from './risk/regionFacts';
import { parseRegionLevels } from './risk/regionLevels';
import { RuleBook } from './risk/ruleBook';
import { parseRiskRules } from './risk/rules';
import { parseScreening } from './risk/screening/screeningRules';
import { feedAges } from './status/feedAges';
import { openDatabase } from './storage/database';
import { DeviceNotes } from './storage/deviceNotes';
import { Holds } from './storage/holds';
import { Limiter } from './storage/limiter';
import { ResultFiles } from './storage/resultFiles';
import { makeBus } from './storage/makeBus';
import { installationOf, openStore } from './storage/sharedStore';
import { SlotLease } from './storage/slotLease';

/** The newest key is the last in the secrets; a ring issues with its first. */
function newestFirst<T>(keys: readonly T[]): T[] {
  return [...keys].reverse();
}

function readRisk({ raw, retention }: Pick<ProvinceConfig, 'raw' | 'retention'>) {
  try {
    const colours = parseColours(raw.colours);
    const regionLevels = parseRegionLevels(raw.regionLevels);
    const feedRules = [...parseFeedRules(raw.feeds), regionFeed(regionLevels.above)];
    const levelIds = regionLevels.above.map(({ id }) => id);

    return {
      colours,
      feedRules,
      overrideReasons: parseOverrideReasons(raw.overrides, feedRules),
      regionLevels,
      screening: parseScreening(raw.screening, feedRules, retention.factDays),
      riskRules: parseRiskRules(raw.risk, colours, feedRules, levelIds),
    };
  } catch (error) {
    if (error instanceof RiskConfigError) {
      throw new StartRefused(`配置有误 / ${error.message}`);
    }
    throw error;
  }
}

export interface Given {
  clock?: Clock;
  logger?: Logger;
}

/** Builds the house from its settings. Nothing is started or migrated; `close` gives back what was opened. */
export function buildServices(settings: Settings, given: Given = {}): Services & { close(): Promise<void> } {
  const { secrets } = settings;
  const clock = given.clock ?? systemClock;
  const config = loadProvinceConfig(settings.configDir);
  const readText = (file: string) => readFileSync(file, 'utf8');
  // What may be refused comes before what is opened: a connection would keep a refused start from ending.
  const providers = createProviders(
    readProviderSettings(settings.environment, settings.mode, readText),
    clock,
  );
  const risk = readRisk(config);
  const logger = given.logger ?? createLogger(settings.logLevel);
  const database = openDatabase(settings.database);
  defineModels(database.sequelize);
  const store = settings.redisUrl ? openStore(settings.redisUrl) : undefined;
  // On connections of its own: however busy the others are, it is renewed in time. A file has one writer only.
  const leaseDatabase = database.dialect === 'mysql' ? openDatabase(settings.database) : database;
  const lease = new SlotLease({ database: leaseDatabase });
  const bus = makeBus(settings, lease, logger);
  const metrics = new Metrics();
  metrics.watch('anxing_bus_healthy', 'Whether all news of others comes, so that records are kept', () =>
    bus.isHealthy(),
  );
  const codeKeys = new KeyRing(newestFirst(secrets.codeKeys).map(codeKeyFromMaterial));
  const flow = makeFlow(bus, { database, clock, logger, zone: config.brand.zone });
  const caches = makeRecordCaches({ bus, database });
  metrics.followFeeds(() => feedAges({ caches, feedRules: risk.feedRules, clock }));
  const deviceNotes = new DeviceNotes(database, logger);
  const audit = new AuditChain(database, lease, Buffer.from(secrets.auditSalt, 'base64'));

  return {
    settings,
    config,
    clock,
    logger,
    metrics,
    database,
    lease,
    limiter: new Limiter(store, installationOf(settings)),
    holds: new Holds(store, installationOf(settings)),
    files: new ResultFiles(settings.varDir),
    bus,
    caches,
    writer: new PassageWriter({ database, audit, lease, bus, metrics, clock }),
    flow,
    vault: new FieldVault(secrets.fieldKeys),
    index: new BlindIndex(secrets.indexKeys),
    references: new UnitReferences(Buffer.from(secrets.indexKeys.at(-1)?.key ?? '', 'base64')),
    audit,
    digests: new DayDigests(audit, database, clock, config.brand.zone),
    tokens: new Tokens(Buffer.from(secrets.sessionSecret, 'base64')),
    providers,
    codeKeys,
    codes: new CodeShower(codeKeys),
    posterKeys: new KeyRing(newestFirst(secrets.posterKeys).map(posterKeyFromMaterial)),
    serverKeys: serverKeysOf(secrets),
    deviceNotes,
    ...risk,
    rules: new RuleBook(bus, risk.riskRules),
    async close() {
      await flow.close();
      await deviceNotes.close();
      store?.disconnect();
      await bus.close();
      await lease.release();
      await Promise.all([...new Set([database, leaseDatabase])].map((one) => one.close()));
    },
  };
}
