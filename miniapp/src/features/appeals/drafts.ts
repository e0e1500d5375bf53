import { useRef, useState } from 'react';

import { currentOwner } from '../../lib/account';
import { readStored, writeStored } from '../../lib/storage';

/** What somebody has typed and not sent yet. Pictures are not part of it: they stay where they are. */
export interface Draft {
  /** `new`, or the id of the appeal that it adds to. */
  about: string;
  text: string;
  rules: string[];
}

interface Kept {
  owner: string;
  drafts: Draft[];
}

/** Of more appeals than that, nobody writes at the same time. */
const most = 5;

function allDrafts(): Draft[] {
  const kept = readStored<Kept>('appealDrafts');

  return kept?.owner === currentOwner() ? kept.drafts : [];
}

function keep(about: string, draft: Draft | undefined): void {
  const others = allDrafts().filter((each) => each.about !== about);
  const drafts = draft ? [draft, ...others].slice(0, most) : others;
  writeStored('appealDrafts', { owner: currentOwner(), drafts } satisfies Kept);
}

function firstDraft(about: string, rules: string[]): Draft {
  const kept = allDrafts().find((each) => each.about === about);

  return { about, text: kept?.text ?? '', rules: [...new Set([...(kept?.rules ?? []), ...rules])] };
}

/**
 * A draft that survives failures, the phone's switching off, and leaving the page; sending it ends it.
 * @param rules contested from the start, besides those of before
 */
export function useDraft(about: string, rules: string[]) {
  const [draft, setDraft] = useState(() => firstDraft(about, rules));
  const latest = useRef(draft);

  const change = (parts: Partial<Omit<Draft, 'about'>>) => {
    latest.current = { ...latest.current, ...parts };
    keep(about, latest.current);
    setDraft(latest.current);
  };
  const drop = () => keep(about, undefined);

  return { draft, change, drop };
}
