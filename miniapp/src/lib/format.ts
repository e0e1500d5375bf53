/** Minutes east of UTC of the zones in use. Phones without time zone data are common, and none of these has summer time. */
const zoneMinutes: Record<string, number> = { 'Asia/Shanghai': 480, 'Asia/Urumqi': 360, UTC: 0 };

let minutesEast = 480;

/** @param zone the configured zone, for example `Asia/Shanghai` */
export function setZone(zone: string): void {
  minutesEast = zoneMinutes[zone] ?? 480;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function shifted(time: number): Date {
  return new Date(time + minutesEast * 60_000);
}

/** `2026-11-21` in the configured zone. @param time ms since 1970 */
export function dayText(time: number): string {
  return shifted(time).toISOString().slice(0, 10);
}

/** `14:03:27` in the configured zone. */
export function clockText(time: number): string {
  const date = shifted(time);

  return [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
}

/** `11-21 14:03` in the configured zone. */
export function shortTimeText(time: number): string {
  return `${dayText(time).slice(5)} ${clockText(time).slice(0, 5)}`;
}

/** `2026年11月21日` of a day of the calendar. @param day YYYY-MM-DD */
export function dateText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);

  return `${year}年${month}月${date}日`;
}

/** `2026年11月21日 14:03` in the configured zone. */
export function fullTimeText(time: number): string {
  return `${dateText(dayText(time))} ${clockText(time).slice(0, 5)}`;
}

/** Midnights between two moments, by the calendar of the configured zone. */
export function daysBetween(from: number, to: number): number {
  return (Date.parse(dayText(to)) - Date.parse(dayText(from))) / 86_400_000;
}

/** `11月21日 星期六` in the configured zone. */
export function longDayText(time: number): string {
  const date = shifted(time);
  const weekday = '日一二三四五六'.charAt(date.getUTCDay());

  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 星期${weekday}`;
}

/** The 12 digits as people read them out: `1234 5678 9012`. */
export function groupedNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}
