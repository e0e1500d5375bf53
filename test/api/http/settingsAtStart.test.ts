import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { createLogger } from '../../../api/src/base/logger';
import { buildServices } from '../../../api/src/buildServices';
import { prepareHouse } from '../../../api/src/cli/prepareHouse';
import type { Services } from '../../../api/src/context';
import { settingsAt } from '../../../api/src/status/settingsAt';
import { dropTestDatabase, testDatabaseUrl } from '../../support/api/testDatabase';
import { testSettings } from '../../support/api/testSettings';

const logger = createLogger('silent', { write: () => undefined });

let url: string;
let configDir: string;

beforeAll(async () => {
  url = await testDatabaseUrl();
  configDir = mkdtempSync(path.join(os.tmpdir(), 'anxing-config-'));
  cpSync(path.join(process.cwd(), 'config'), configDir, { recursive: true });
});

afterAll(async () => {
  rmSync(configDir, { recursive: true });
  await dropTestDatabase(url);
});

/** A process that starts on the house, does something and ends. */
async function started<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const settings = { ...testSettings(url), configDir };
  const services = buildServices(settings, { logger });
  try {
    // As in production: no demo data is made.
    await prepareHouse({ ...services, settings: { ...settings, mode: 'production' } });

    return await work(services);
  } finally {
    await services.close();
  }
}

function letFeedsBeLate(hours: number): void {
  const file = path.join(configDir, 'feeds.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/"lateAfterHours": \d+/g, `"lateAfterHours": ${hours}`));
}

async function limitAt(services: Services, at: number): Promise<number | null | undefined> {
  const { feedRules } = await settingsAt(services, at);

  return feedRules.find(({ source }) => source === 'fever')?.lateAfterHours;
}

test('what the files said before a restart is known after it', async () => {
  const first = await started(async (services) => {
    const now = services.clock.now();

    return { now, limit: await limitAt(services, now) };
  });
  letFeedsBeLate(5);
  await started(async (services) => {
    expect(await limitAt(services, services.clock.now())).toBe(5);
    expect(await limitAt(services, first.now)).toBe(first.limit);
    expect(first.limit).not.toBe(5);
  });
});

test('a start is refused while a group that is to be tested is no kind of the feed of lists', async () => {
  const file = path.join(configDir, 'screening.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"portWorkers"', '"portGuests"'));
  await expect(started(async () => undefined)).rejects.toThrow("'screening' has no kind 'portGuests'");

  writeFileSync(file, text);
  await expect(started(async () => 'started')).resolves.toBe('started');
});
