import { clientHeader } from '@anxing/contract/sessions';

import { appealRoutes } from './appealRoutes';
import { batchRoutes } from './batchRoutes';
import { cardRoutes } from './cardRoutes';
import { changeRoutes } from './changeRoutes';
import { doorRoutes } from './doorRoutes';
import { deviceRoutes } from './deviceRoutes';
import { evidenceRoutes } from './evidenceRoutes';
import { FakeRefusal, refusal, type FakeAnswer } from './fakeAnswer';
import { FakeHouse } from './fakeHouse';
import { feedRoutes } from './feedRoutes';
import { flowRoutes } from './flowRoutes';
import { inboxRoutes } from './inboxRoutes';
import { jobRoutes } from './jobRoutes';
import { overrideRoutes } from './overrideRoutes';
import { passageRoutes } from './passageRoutes';
import { pointRoutes } from './pointRoutes';
import { pointSheetRoutes } from './pointSheetRoutes';
import { posterRoutes } from './posterRoutes';
import type { FakeRoute } from './fakeRoute';
import { regionRoutes } from './regionRoutes';
import { rulePeopleRoutes } from './rulePeopleRoutes';
import { ruleRoutes } from './ruleRoutes';
import { screeningRoutes } from './screeningRoutes';
import { sessionRoutes } from './sessionRoutes';
import { staffRoutes } from './staffRoutes';
import { testResultRoutes } from './testResultRoutes';
import { unitRoutes } from './unitRoutes';

export interface FakeRequest {
  method: string;
  /** With query. */
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

const routes: readonly FakeRoute[] = [
  ...sessionRoutes,
  ...pointSheetRoutes,
  ...pointRoutes,
  ...batchRoutes,
  ...flowRoutes,
  ...inboxRoutes,
  ...posterRoutes,
  ...passageRoutes,
  ...jobRoutes,
  ...staffRoutes,
  ...deviceRoutes,
  ...unitRoutes,
  ...changeRoutes,
  ...evidenceRoutes,
  ...feedRoutes,
  ...ruleRoutes,
  ...appealRoutes,
  ...overrideRoutes,
  ...regionRoutes,
  ...rulePeopleRoutes,
  ...screeningRoutes,
  ...testResultRoutes,
  ...cardRoutes,
  ...doorRoutes,
];

const prefix = '/api/v1/';

/** Answers like the API, by the contract, from memory. For tests and for looking at screens; never shipped. */
export class FakeApi {
  readonly house: FakeHouse;
  /** Method and path of every call, in order. */
  readonly calls: string[] = [];
  private readonly failures: { call: string; refusal: FakeRefusal }[] = [];

  constructor(now = Date.now()) {
    this.house = new FakeHouse(now);
  }

  /** The next call of this method and path is refused, for example `GET unit/passages`. */
  refuseNext(call: string, ...refused: ConstructorParameters<typeof FakeRefusal>): void {
    this.failures.push({ call, refusal: new FakeRefusal(...refused) });
  }

  countOf(call: string): number {
    return this.calls.filter((made) => made === call).length;
  }

  handle(request: FakeRequest): FakeAnswer {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const path = pathname.slice(prefix.length);
    const call = `${request.method} ${path}`;
    this.calls.push(call);
    try {
      this.refuseAsTold(call);
      if (request.headers[clientHeader] !== 'admin') {
        throw new FakeRefusal('malformed_body');
      }

      return this.answer(call, Object.fromEntries(searchParams), request.body);
    } catch (error) {
      if (error instanceof FakeRefusal) {
        return refusal(error);
      }
      throw error;
    }
  }

  private refuseAsTold(call: string): void {
    const index = this.failures.findIndex((failure) => failure.call === call);
    if (index >= 0) {
      const [failure] = this.failures.splice(index, 1);
      throw failure?.refusal;
    }
  }

  private answer(call: string, query: Record<string, string>, body: unknown): FakeAnswer {
    for (const { call: pattern, isOpen, handle } of routes) {
      const match = pattern.exec(call);
      if (match) {
        if (!isOpen) {
          this.house.admit();
        }

        return handle({ house: this.house, params: match.slice(1), query, body });
      }
    }
    throw new FakeRefusal('not_found');
  }
}
