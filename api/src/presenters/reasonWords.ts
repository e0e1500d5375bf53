import type { Services } from '../context';

/** The words for the id of a reason; the id itself for one that is no longer in the list. */
function wordsFor(list: readonly { id: string; name: string }[], id: string | null): string | null {
  return id === null ? null : (list.find((reason) => reason.id === id)?.name ?? id);
}

export function presentPassReason({ config }: Services, id: string | null): string | null {
  return wordsFor(config.policy.passReasons, id);
}

export function presentOverrideReason({ config }: Services, id: string | null): string | null {
  return wordsFor(config.policy.overrideReasons, id);
}
