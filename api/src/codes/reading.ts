/** What reading a code gives: its content, or why it was refused. Refusal is ordinary here, so nothing is thrown. */
export type Reading<Content, Failure extends string> =
  { ok: true; content: Content } | { ok: false; failure: Failure };

export function refused<Failure extends string>(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
