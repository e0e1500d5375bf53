import type { Unit, UnitChange, UnitCreate } from '@anxing/contract/units';

export interface UnitValues {
  name?: string;
  kind?: UnitCreate['kind'];
  creditCode?: string;
  creditCodeConfirmed?: boolean;
  division?: string;
  category?: string;
  owner?: { name?: string; phone?: string };
}

/** What the API gets; the form has made sure that everything is there. */
export function createInput(values: UnitValues): UnitCreate {
  return {
    name: values.name ?? '',
    kind: values.kind ?? 'enterprise',
    creditCode: values.creditCode ?? '',
    creditCodeConfirmed: values.creditCodeConfirmed ?? false,
    division: values.division ?? '',
    category: values.category ?? '',
    owner: { name: values.owner?.name ?? '', phone: (values.owner?.phone ?? '').trim() },
  };
}

export function changeInput({ name, division, category }: UnitValues): UnitChange {
  return { name, division, category };
}

export function valuesOf({ name, division, category }: Unit): UnitValues {
  return { name, division, category };
}
