/** Goes along when a form leaves after saving, so that nobody is asked about unsaved changes. */
export const saved = { saved: true };

export function isSaved(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'saved' in state;
}
