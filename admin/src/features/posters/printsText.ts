import { posterSizeNames, posterSizes, type PosterState } from '@anxing/contract/posters';

/** How often a poster was printed or downloaded, and on which paper. */
export function printsText({ printed, printedBySize }: PosterState): string {
  const parts = posterSizes
    .filter((size) => printedBySize[size] > 0)
    .map((size) => `${posterSizeNames[size]} ${printedBySize[size]} 次`);

  return parts.length > 0 ? `${printed} 次（${parts.join('，')}）` : `${printed} 次`;
}
