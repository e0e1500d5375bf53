import type { Decision, Direction } from '@anxing/contract/visits';

export const directionNames: Record<Direction, string> = { in: '进入', out: '离开' };

export const decisionNames: Record<Decision, string> = { allow: '放行', stop: '禁止通行', ask: '待核实' };

export const passageKindNames = { visit: '扫张贴码登记', scan: '工作人员查验' } as const;

/** Options of a select from a table of names. */
export function optionsOf<K extends string>(names: Record<K, string>): { value: K; label: string }[] {
  return (Object.keys(names) as K[]).map((value) => ({ value, label: names[value] }));
}
