import { watchNetwork } from '../platform/network';
import { createStore } from './store';

/** False once the phone says so or a request got no answer; true again with the next answer. */
export const online = createStore(true);

export function startNetworkWatch(): void {
  watchNetwork((isOnline) => online.set(isOnline));
}
