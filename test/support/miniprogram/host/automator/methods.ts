import { appMethods } from './appMethods';
import { elementMethods } from './elementMethods';
import { pageMethods } from './pageMethods';

export type Params = Record<string, unknown>;

type Method = (params: Params) => unknown;

const methods: Record<string, Method> = { ...appMethods, ...pageMethods, ...elementMethods };

/**
 * Answers one message of miniprogram-automator's protocol.
 * @throws for a message that the bench does not know
 */
export async function answer(name: string, params: Params): Promise<unknown> {
  const method = methods[name];
  if (!method) {
    throw new Error(`${name} is not on the bench`);
  }

  return method(params);
}
