import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where `npm test` looks for personal data afterwards; undefined when a test is run by itself. */
export function searchedFolder(): string | undefined {
  return process.env.ANXING_TEST_LOGS;
}

/** A file for logs or dumps, searched when the whole suite runs. */
export function logFile(name: string): string {
  return join(searchedFolder() ?? tmpdir(), name);
}
