import { batchHandler } from '../feeds/batchHandler';
import { feedKeyHandler } from '../feeds/proposeFeedKey';
import { feedKeyEndHandler } from '../feeds/proposeKeyEnd';
import { overrideHandler } from '../overrides/overrideHandler';
import { regionLevelsHandler } from '../regions/regionLevelsHandler';
import { rulesHandler } from '../rules/rulesHandler';
import type { ChangeHandler } from './changeHandler';

/** Every kind of change that takes two people. Read when asked for: a handler's file may propose changes itself. */
const handlers = (): readonly ChangeHandler[] => [
  batchHandler,
  feedKeyHandler,
  feedKeyEndHandler,
  overrideHandler,
  regionLevelsHandler,
  rulesHandler,
];

/** @throws when nothing knows what such a change does: it must never be stored, or it could not be decided */
export function handlerOf(kind: string): ChangeHandler {
  const handler = handlers().find((one) => one.kind === kind);
  if (!handler) {
    throw new Error(`no handler for changes of the kind '${kind}'`);
  }

  return handler;
}
