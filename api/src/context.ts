import type { Clock } from './base/clock';
import type { Logger } from './base/logger';
import type { Metrics } from './base/metrics';
import type { ProvinceConfig } from './base/provinceConfig';
import type { Settings } from './base/settings';
import type { KeyRing } from './codes/keyRing';
import type { CodeKey, PosterKey } from './codes/keys';
import type { AuditChain } from './privacy/auditChain';
import type { BlindIndex } from './privacy/blindIndex';
import type { FieldVault } from './privacy/fieldVault';
import type { Tokens } from './privacy/tokens';
import type { Providers } from './providers/createProviders';
import type { Colours } from './risk/colours';
import type { FeedRules } from './risk/feedRules';
import type { RiskRules } from './risk/rules';
import type { Database } from './storage/database';
import type { Limiter } from './storage/limiter';
import type { Actor, AuditEvent, Scene } from './storage/scene';

/** Everything the house is built from; made once at start, handed down, never global. */
export interface Services {
  settings: Settings;
  config: ProvinceConfig;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  database: Database;
  limiter: Limiter;
  vault: FieldVault;
  index: BlindIndex;
  audit: AuditChain;
  providers: Providers;
  codeKeys: KeyRing<CodeKey>;
  posterKeys: KeyRing<PosterKey>;
  tokens: Tokens;
  colours: Colours;
  feedRules: FeedRules;
  riskRules: RiskRules;
}

/** Who does something, and from where. */
export interface Origin {
  actor: Actor;
  ip: string | null;
}

/** Runs a change in one transaction; what it did is appended to the audit chain before the commit. */
export function writeAs<T>(
  services: Services,
  origin: Origin,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  return services.database.write(async (tx) => {
    const events: AuditEvent[] = [];
    const scene: Scene = { ...origin, now: services.clock.now(), tx, events };
    const result = await work(scene);
    await services.audit.append(scene);

    return result;
  });
}
