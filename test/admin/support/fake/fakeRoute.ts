import type { FakeAnswer } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';

export interface FakeCall {
  house: FakeHouse;
  params: string[];
  query: Record<string, string>;
  body: unknown;
}

export interface FakeRoute {
  /** Matches method and path; its groups are the parameters. */
  call: RegExp;
  /** For those who are not signed in as well. */
  isOpen?: boolean;
  handle(call: FakeCall): FakeAnswer;
}
