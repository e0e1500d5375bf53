import { Caller } from './caller';
import { residentSession } from './session';
import type { Call, Method } from './transport';

const caller = new Caller(residentSession);

/**
 * Calls the API as the signed-in resident, or as nobody.
 * @param path below `/api/v1/`, without a leading slash
 * @throws ApiError
 */
export function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: Pick<Call, 'timeout'> = {},
): Promise<T> {
  return caller.request<T>(method, path, body, options);
}
