import type { PublicConfig } from '@anxing/contract/publicConfig';

type Category = PublicConfig['categories'][number];

/** Categories under the headings of the key-venue catalogue. */
export function categoryOptions(categories: readonly Category[]) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, group } of categories) {
    groups.set(group, [...(groups.get(group) ?? []), { value: id, label: name }]);
  }

  return [...groups].map(([label, options]) => ({ label, options }));
}

export function categoryName(categories: readonly Category[], id: string): string {
  return categories.find((category) => category.id === id)?.name ?? id;
}
