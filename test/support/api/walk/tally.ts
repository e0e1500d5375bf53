import { allRoutes } from '../../../../api/src/routes/allRoutes';
import type { Route } from '../../../../api/src/web/route';

export const keyOf = ({ method, path }: Route): string => `${method} ${path}`;

/** What came of walks: how often each route gave each answer. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  count(route: Route, status: number, code: string): void {
    const answers = this.counts.get(keyOf(route)) ?? new Map<string, number>();
    const answer = status < 300 ? 'done' : code || String(status);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    this.counts.set(keyOf(route), answers);
  }

  answersOf(key: string): Record<string, number> {
    return Object.fromEntries(this.counts.get(key) ?? []);
  }

  isDone(route: Route): boolean {
    return this.counts.get(keyOf(route))?.has('done') ?? false;
  }

  /** Routes that change something, and did so for nobody. */
  neverDone(): string[] {
    return allRoutes.filter((route) => route.method !== 'get' && !this.isDone(route)).map(keyOf);
  }

  /** How often anybody was told this, by whatever route. */
  times(answer: string): number {
    return [...this.counts.values()].reduce((sum, answers) => sum + (answers.get(answer) ?? 0), 0);
  }
}
