/** How kind and direction of a passage are stored. */
export const kindCodes = { visit: 0, scan: 1 } as const;
export const directionCodes = { in: 0, out: 1 } as const;
