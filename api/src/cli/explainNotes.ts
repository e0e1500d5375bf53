import { timeOf } from '../base/days';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { colourNamed } from '../risk/colours';
import { currentStatus } from '../status/currentStatus';
import type { Explanation } from '../status/explain';

/** Nobody showed a code before it was claimed. */
function beforeCode({ config }: Services, { createdAt, claimedAt }: Person, at: number): string[] {
  const { zone } = config.brand;
  const minuteOf = (instant: number) => timeOf(Number(instant), zone);
  if (at < Number(createdAt)) {
    return [`! 当时尚未登记，没有健康码 / there was no code yet: registered at ${minuteOf(createdAt)}`];
  }
  if (claimedAt !== null && at < Number(claimedAt)) {
    return [`! 当时尚未申领健康码 / there was no code yet: claimed at ${minuteOf(claimedAt)}`];
  }

  return [];
}

/** A run over everybody reaches each person in its turn: until then the code shows the colour of before. */
async function stillShown(services: Services, person: Person, { verdict }: Explanation): Promise<string[]> {
  const shown = (await currentStatus(services, [person])).get(person.id)?.colour;
  if (shown === undefined || shown === verdict.colour) {
    return [];
  }
  const { label } = colourNamed(services.colours, shown);

  return [
    `! 重新判定正在进行，亮码仍显示${label} / judging anew is on its way, the code still shows ${shown}`,
  ];
}

const justMs = 3_600_000;

/**
 * A batch is in force at once and people are judged by it one after another: a code that was shown in between still had
 * the colour of before, and when each was reached is on record nowhere but in the message that told the person.
 */
function justRecorded({ config }: Services, { at, facts }: Explanation): string[] {
  const newest = Math.max(...facts.map(({ recordedFrom }) => recordedFrom));
  if (newest <= at - justMs) {
    return [];
  }
  const minute = timeOf(newest, config.brand.zone);

  return [
    `! 有记录于 ${minute} 生效，随后逐人重新判定：当时亮码可能仍显示之前的颜色 / a record took force at ${minute}: ` +
      'until judging anew reached the person, the code still showed the colour of before',
  ];
}

/** What whoever reads an explanation should not miss, a line each. */
export async function explainNotes(
  services: Services,
  person: Person,
  explanation: Explanation,
  { isOfNow }: { isOfNow: boolean },
): Promise<string[]> {
  return [
    ...beforeCode(services, person, explanation.at),
    ...(isOfNow ? await stillShown(services, person, explanation) : justRecorded(services, explanation)),
  ];
}
