/** Which points of his unit somebody sees: all, or those given to him. */
export type PointSight = 'all' | ReadonlySet<string>;

export function isInSight(sight: PointSight, pointId: string): boolean {
  return sight === 'all' || sight.has(pointId);
}
