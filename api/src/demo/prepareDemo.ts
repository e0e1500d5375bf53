import { randomInt } from 'node:crypto';

import { dayOf } from '../base/days';
import { readDemoFile, writeDemoFile, type DemoFile } from '../base/demoFile';
import { posterLink } from '../codes/posterLink';
import { issuePosterToken } from '../codes/posterToken';
import { deliverEmptyFeeds, deliverFacts } from '../commands/deliverFacts';
import { writeAs, type Services } from '../context';
import { Point } from '../models/point';
import { Poster } from '../models/poster';
import { Staff } from '../models/staff';
import { Unit } from '../models/unit';
import { hashPassword, newInitialPassword } from '../privacy/passwords';
import { systemActor } from '../storage/scene';
import { inTurn } from '../storage/turns';
import { demoNewcomer, demoPoints, demoResidents, demoStaff } from './demoPeople';
import { seedResidents, seedStaff } from './seedPeople';
import { seedPlaces } from './seedPlaces';
import { seedScreening } from './seedScreening';

const system = { actor: systemActor, ip: null };

type Accounts = DemoFile['accounts'];

function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Residents sign in with theirs; staff prove by it who they are. One that was printed before stays. */
function withCodes(accounts: Accounts): Accounts {
  return accounts.map((account) => ({ smsCode: newCode(), ...account }));
}

function newAccounts(): Accounts {
  return [
    ...demoResidents.map(({ role, title, phone, person }) => ({
      role,
      title,
      phone,
      where: '/m/',
      ...(person ? {} : { hint: `认证时可填：${demoNewcomer.name} ${demoNewcomer.idNumber}` }),
    })),
    ...demoStaff.map(({ role, title, phone, hint }) => ({
      role,
      title,
      phone,
      password: newInitialPassword(),
      where: '/admin/',
      ...(hint ? { hint } : {}),
    })),
  ];
}

async function hashesOf(accounts: Accounts): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const { phone, password } of accounts) {
    if (password) {
      hashes.set(phone, await hashPassword(password));
    }
  }

  return hashes;
}

/** A result of this morning, or of the evening before where it is still night. */
const sampledBeforeMs = 6 * 3_600_000;

/** Whoever is green in the demo was tested: there is something to see on the page of results. */
async function seedTestResults(services: Services): Promise<void> {
  const sampledAt = services.clock.now() - sampledBeforeMs;
  const date = dayOf(sampledAt, services.config.brand.zone);
  const tested = demoResidents.flatMap(({ person }) => (person && !person.fact ? [person] : []));
  await deliverFacts(services, {
    source: 'tests',
    submittedBy: '示例市第一医院',
    facts: tested.map(({ idNumber }) => ({
      idType: 'resident',
      idNumber,
      kind: 'nucleicNegative',
      date,
      validFrom: sampledAt,
    })),
  });
}

async function seed(services: Services, accounts: Accounts): Promise<void> {
  const hashes = await hashesOf(accounts);
  await writeAs(services, system, async (scene) => {
    const units = await seedPlaces(services, scene);
    await seedResidents(services, scene);
    await seedStaff(services, scene, units, hashes);
  });
  const date = dayOf(services.clock.now(), services.config.brand.zone);
  for (const { person } of demoResidents) {
    if (person?.fact) {
      const { source, kind } = person.fact;
      const facts = [{ idType: 'resident' as const, idNumber: person.idNumber, kind, date }];
      await deliverFacts(services, { source, submittedBy: '演示数据', facts });
    }
  }
  await seedTestResults(services);
  await seedScreening(services);
}

/** The database is there but what was printed is lost: the demo's staff get new passwords. */
async function resetPasswords(services: Services, accounts: Accounts): Promise<void> {
  const hashes = await hashesOf(accounts);
  await writeAs(services, system, async (scene) => {
    for (const [phone, hash] of hashes) {
      const phoneIndex = services.index.phone(phone);
      const staff = await Staff.findOne({ where: { phoneIndex }, transaction: scene.tx });
      if (staff) {
        staff.passwordHash = hash;
        staff.mustChangePassword = false;
        await staff.saveBy(scene);
      }
    }
  });
}

async function demoPoster(services: Services): Promise<DemoFile['poster']> {
  const point = await Point.findOne({ where: { name: demoPoints[0]?.name ?? '', parentId: null } });
  const poster = point && (await Poster.findOne({ where: { pointId: point.id, revokedAt: null } }));
  if (!point || !poster) {
    return { point: '（已停用）', link: `${services.settings.origin}/` };
  }
  const pointReference = Buffer.from(point.reference, 'hex');
  const token = issuePosterToken(services.posterKeys.current, { pointReference, serial: poster.serial });

  return { point: point.name, link: posterLink(services.settings.origin, token) };
}

/** The demo's SMS codes work because the SMS system is a stand-in, which each process has for itself. */
export function presetCodes({ providers }: Services, { accounts }: Pick<DemoFile, 'accounts'>): void {
  for (const { phone, smsCode } of accounts) {
    if (smsCode) {
      providers.standIns.sms?.preset(phone, smsCode);
    }
  }
}

async function prepare(services: Services): Promise<DemoFile> {
  const { varDir, origin } = services.settings;
  const known = readDemoFile(varDir);
  const isEmpty = (await Unit.count()) === 0;
  const accounts = withCodes(known && !isEmpty ? known.accounts : newAccounts());
  if (isEmpty) {
    await seed(services, accounts);
  } else if (!known) {
    await resetPasswords(services, accounts);
  }
  await deliverEmptyFeeds(services);
  presetCodes(services, { accounts });
  const demo: DemoFile = { url: origin, accounts, poster: await demoPoster(services) };
  writeDemoFile(varDir, demo);

  return demo;
}

/**
 * Makes the demo ready: data in an empty database, feeds that have delivered, codes that the page prints.
 * Production has none of this. Of several processes one does it, and the others find it done.
 */
export function prepareDemo(services: Services): Promise<DemoFile> {
  const { database, lease } = services;

  return inTurn(database, { name: 'demo', owner: lease.owner }, () => prepare(services));
}
