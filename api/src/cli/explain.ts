import { normaliseIdNumber } from '@anxing/contract/idNumber';

import { instantOf, timeOf } from '../base/days';
import { writeAs, type Services } from '../context';
import { Person } from '../models/person';
import { maskedNameOf } from '../presenters/maskedName';
import { recordLooks } from '../privacy/accessLog';
import { colourNamed } from '../risk/colours';
import { explainPerson, type Explanation } from '../status/explain';
import type { SettingsThen } from '../status/settingsAt';
import { systemActor } from '../storage/scene';
import { explainArgs } from './explainArgs';
import { explainNotes } from './explainNotes';
import { withServices } from './withServices';

const usage =
  '用法 / usage: npm run explain -- --person 证件号码 [--type resident] [--at 2026-11-21 | 2026-11-21T08:30]\n' +
  '  按当时已知的数据、当时生效的规则和配置，重新得出某人某时的颜色及原因\n' +
  '  works out the colour of a person at a time, from what was known, the rules and the settings in force then';

const notFound = 1;
const wrongUsage = 64;

/** A day means its end: what was said of it when it was over. */
function instantIn(text: string | undefined, { clock, config }: Services): number {
  const now = clock.now();
  if (text === undefined) {
    return now;
  }
  const minute = text.includes('T') ? text : `${text}T23:59`;

  return Math.min(instantOf(minute, config.brand.zone), now);
}

/** Whoever works at the machine looks at somebody too: it stands in the chain, and the person reads of it. */
function noteLook(services: Services, person: Person): Promise<void> {
  return writeAs(services, { actor: systemActor, ip: null }, (scene) =>
    recordLooks(services.database, scene, [
      { personId: person.id, unitId: null, staffId: null, purpose: '复核健康码颜色的由来' },
    ]),
  );
}

function asOf(services: Services, at: number | null): string {
  return at === null ? '有数据源从未报送 / a feed never delivered' : until(services, at);
}

function until(services: Services, at: number | null): string {
  return at === null ? '持续' : timeOf(at, services.config.brand.zone);
}

function printReasons(services: Services, { verdict }: Explanation): void {
  for (const reason of verdict.reasons) {
    console.log(`  · ${reason.text}`);
    console.log(
      `    规则 / rule ${reason.rule} · ${reason.sourceName} · ${reason.kindName} · ${reason.date}`,
    );
    console.log(`    至 / until ${until(services, reason.until)} · 记录 / record ${reason.factId}`);
  }
  for (const { sourceName, lastDeliveredAt } of verdict.late) {
    const last = lastDeliveredAt === null ? '从未报送 / never' : until(services, lastDeliveredAt);
    console.log(`  · 数据逾期 / late: ${sourceName}（${last}）`);
  }
}

/** Whoever relies on the answer has to know that it rests on settings that may have been others. */
function printSettings({ isAssumed, since }: SettingsThen, zone: string): void {
  if (!isAssumed) {
    return;
  }
  const used =
    since === null
      ? '现在的配置 / those of now'
      : `最早留存的配置（自 / since ${timeOf(since, zone)}）/ the oldest ones on record`;
  console.log(
    `! 当时的颜色、数据源和区域等级配置没有留存，采用 / settings of then were not kept, used: ${used}`,
  );
}

function print(services: Services, person: Person, explanation: Explanation): void {
  const { at, verdict, ruleVersion, settings, facts, gaps } = explanation;
  const { zone } = services.config.brand;
  const { label } = colourNamed(settings.colours, verdict.colour);
  console.log(`${maskedNameOf(services, person)}  ${timeOf(at, zone)}  ${label} / ${verdict.colour}`);
  console.log(
    `规则版本 / rules version ${ruleVersion} · 数据截至 / data as of ${asOf(services, verdict.asOf)}`,
  );
  printReasons(services, explanation);
  console.log(`当时在案的记录 / records then: ${facts.length}`);
  for (const { id, source, kind, date } of facts) {
    console.log(`  ${date} ${source} ${kind} ${id}`);
  }
  for (const { subject, upTo, purgedAt } of gaps) {
    const what = subject === 'facts' ? '已结束的风险记录 / ended records' : '出入记录 / passages';
    console.log(`! ${what} 截至 / up to ${upTo}，已于 / purged on ${timeOf(purgedAt, zone)} 清除`);
  }
  printSettings(settings, zone);
}

/** `npm run explain`: why somebody had a colour. */
export function runExplain(args: string[]): Promise<number> {
  const asked = explainArgs(args);
  if (asked === 'help') {
    console.log(usage);

    return Promise.resolve(0);
  }
  if (asked === 'wrong') {
    console.error(usage);

    return Promise.resolve(wrongUsage);
  }
  const { number, type, at } = asked;

  return withServices(async (services) => {
    const identityIndex = services.index.identity(type, normaliseIdNumber(number));
    const person = await Person.findOne({ where: { identityIndex } });
    if (!person) {
      console.error('没有该人员 / Nobody is registered with this number');

      return notFound;
    }
    await noteLook(services, person);
    const explanation = await explainPerson(services, person, instantIn(at, services));
    print(services, person, explanation);
    const isOfNow = at === undefined;
    for (const line of await explainNotes(services, person, explanation, { isOfNow })) {
      console.log(line);
    }

    return 0;
  });
}
