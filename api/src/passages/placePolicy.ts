import type { ProvinceConfig } from '../base/provinceConfig';

type Category = ProvinceConfig['categories'][number];

/** What a place asks of whoever comes in. */
export type PlacePolicy = Pick<
  Category,
  'mask' | 'temperature' | 'testHours' | 'feedbackFirst' | 'outagePass'
>;

/** Of a poster, which sees nobody, and of a place whose category is no longer known. */
export const nothingAsked: PlacePolicy = {
  mask: false,
  temperature: 'asked',
  testHours: null,
  feedbackFirst: false,
  outagePass: false,
};

const dayMinutes = 1_440;

function categoryOf({ categories }: ProvinceConfig, place: { category: string }): Category | undefined {
  return categories.find(({ id }) => id === place.category);
}

/** What a point asks for: its category says so. */
export function policyAt(config: ProvinceConfig, point: { category: string }): PlacePolicy {
  return categoryOf(config, point) ?? nothingAsked;
}

/** ms after which somebody inside a point is taken to have left. */
export function stayMsAt(config: ProvinceConfig, point: { category: string }): number {
  return (categoryOf(config, point)?.stayMinutes ?? dayMinutes) * 60_000;
}
