import type { National } from './national';

/** A province that takes no part in the exchange: nothing is asked. */
export const offNational: National = {
  resolve: () => Promise.resolve({ ok: false, reason: 'off' }),
  lookUp: () => Promise.resolve({ ok: false, reason: 'off' }),
};
