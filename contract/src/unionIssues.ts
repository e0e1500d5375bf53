import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** How far into the value the first trouble of a branch lies, and how much there is of it. */
function depthOf(branch: readonly Issue[]): number {
  return Math.min(...branch.map(({ path }) => path.length));
}

function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const meant = branches.filter((branch) => branch.every(({ code }) => code !== 'unrecognized_keys'));
  const sorted = [...(meant.length > 0 ? meant : branches)].sort(
    (one, other) => depthOf(other) - depthOf(one) || one.length - other.length,
  );

  return sorted[0] ?? [];
}

/**
 * 'None of the choices' says little of a value with many fields: what is wrong is told of the choice that was most
 * likely meant. A plain value that fits no choice keeps its own issue.
 */
export function openUnions(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') {
      return [issue];
    }
    const branch = nearest(issue.errors);
    if (branch.length === 0 || depthOf(branch) === 0) {
      return [issue];
    }

    return openUnions(branch).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}
