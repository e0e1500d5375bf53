import type { Services } from '../context';
import { overrideKinds } from '../risk/overrideReasons';

/** How many are shown to the second person. */
export const examplesShown = 20;

/** The kinds in words, as `config/feeds.json` names them. */
export function kindNamesOf({ feedRules }: Services, kinds: readonly string[]): string {
  const known = overrideKinds(feedRules);

  return kinds.map((kind) => known.find(({ id }) => id === kind)?.name ?? kind).join('、');
}

/** What a kind does and to what, in its name: 解除：发热门诊. */
const parted = '：';

/** The kinds in a line that has a colon of its own: 解除（发热门诊、退烧药品）. */
export function kindTitleOf(services: Services, kinds: readonly string[]): string {
  const byDeed = new Map<string, string[]>();
  for (const kind of kinds) {
    const [deed = '', ...objects] = kindNamesOf(services, [kind]).split(parted);
    byDeed.set(deed, [...(byDeed.get(deed) ?? []), ...objects]);
  }

  return [...byDeed]
    .map(([deed, objects]) => (objects.length > 0 ? `${deed}（${objects.join('、')}）` : deed))
    .join('、');
}

export function reasonNameOf({ overrideReasons }: Services, reason: string): string {
  return overrideReasons.find(({ id }) => id === reason)?.name ?? reason;
}
