import { idOf, kinds, nameIndex, sizes } from './invented.mjs';

const hourMs = 3_600_000;

function pointOf(unit, number) {
  return idOf(kinds.point, unit * sizes.pointsPerUnit + number);
}

/**
 * What people ask of the list: a unit's number, and the filter behind it. Unit 0 is the largest, unit 60 a middling one.
 * @param {number} until ms, the end of the last day
 */
export function questions(until) {
  const some = (from, count) => Array.from({ length: count }, (_, i) => pointOf(0, from + i));
  const noon = until - 36 * hourMs;

  return [
    ['everything', 0, {}],
    ['everything, middling unit', 60, {}],
    ['two hours', 0, { from: noon, until: noon + 2 * hourMs }],
    ['one point', 0, { pointIds: some(3, 1) }],
    ['a building of 6 points', 0, { pointIds: some(3, 6) }],
    ['a building of 20 points', 0, { pointIds: some(3, 20) }],
    ['scans', 0, { kind: 'scan' }],
    ['leaving', 0, { direction: 'out' }],
    ['orange', 0, { colour: 'orange' }],
    ['a colour nobody has', 0, { colour: 'red' }],
    ['stopped', 0, { decision: 'stop' }],
    ['fever', 0, { temperature: { from: 373 } }],
    ['fever at one point', 0, { temperature: { from: 373 }, pointIds: some(3, 1) }],
    ['not counted', 0, { counted: false }],
    ['one staff member', 0, { staffId: idOf(kinds.staff, 4) }],
    ['staff without a scan', 0, { staffId: idOf(kinds.staff, 99_999) }],
    ['a name', 0, { nameIndex: nameIndex(0, 777) }],
    ['a name nobody has', 0, { nameIndex: nameIndex(0, sizes.names) }],
    [
      'orange, stopped, leaving, a building',
      0,
      { colour: 'orange', decision: 'stop', direction: 'out', pointIds: some(3, 6) },
    ],
    ['a person', 0, { personId: idOf(kinds.person, 777) }],
  ].map(([title, unit, filter]) => ({ title, filter: { unitId: idOf(kinds.unit, unit), until, ...filter } }));
}
