import { readFileSync } from 'node:fs';

import { systemClock, type Clock } from './base/clock';
import { StartRefused } from './base/errors';
import { createLogger, type Logger } from './base/logger';
import { Metrics } from './base/metrics';
import { loadProvinceConfig } from './base/provinceConfig';
import type { Settings } from './base/settings';
import { KeyRing } from './codes/keyRing';
import { codeKeyFromMaterial, posterKeyFromMaterial } from './codes/keys';
import type { Services } from './context';
import { defineModels } from './models/defineModels';
import { AuditChain } from './privacy/auditChain';
import { BlindIndex } from './privacy/blindIndex';
import { FieldVault } from './privacy/fieldVault';
import { Tokens } from './privacy/tokens';
import { createProviders } from './providers/createProviders';
import { readProviderSettings } from './providers/readProviderSettings';
import { parseColours } from './risk/colours';
import { RiskConfigError } from './risk/configError';
import { parseFeedRules } from './risk/feedRules';
import { parseRiskRules } from './risk/rules';
import { openDatabase } from './storage/database';
import { Limiter } from './storage/limiter';

/** The newest key is the last in the secrets; a ring issues with its first. */
function newestFirst<T>(keys: readonly T[]): T[] {
  return [...keys].reverse();
}

function readRisk(raw: { colours: unknown; feeds: unknown; risk: unknown }) {
  try {
    const colours = parseColours(raw.colours);
    const feedRules = parseFeedRules(raw.feeds);

    return { colours, feedRules, riskRules: parseRiskRules(raw.risk, colours, feedRules) };
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
  const database = openDatabase(settings.database);
  defineModels(database.sequelize);
  const limiter = new Limiter(settings.redisUrl);
  const readText = (file: string) => readFileSync(file, 'utf8');

  return {
    settings,
    config,
    clock,
    logger: given.logger ?? createLogger(settings.logLevel),
    metrics: new Metrics(),
    database,
    limiter,
    vault: new FieldVault(secrets.fieldKeys),
    index: new BlindIndex(secrets.indexKeys),
    audit: new AuditChain(database, settings.slot, Buffer.from(secrets.auditSalt, 'base64')),
    tokens: new Tokens(Buffer.from(secrets.sessionSecret, 'base64')),
    providers: createProviders(readProviderSettings(settings.environment, settings.mode, readText), clock),
    codeKeys: new KeyRing(newestFirst(secrets.codeKeys).map(codeKeyFromMaterial)),
    posterKeys: new KeyRing(newestFirst(secrets.posterKeys).map(posterKeyFromMaterial)),
    ...readRisk(config.raw),
    async close() {
      limiter.close();
      await database.close();
    },
  };
}
