import { AppError } from '../base/errors';

/**
 * timeout and unreachable: it said nothing; failed: it answered with an HTTP or server error; malformed and signature:
 * what it said cannot be believed; misconfigured: it refuses our own account, which an operator has to mend.
 */
export type OutsideFault = 'timeout' | 'unreachable' | 'failed' | 'malformed' | 'signature' | 'misconfigured';

/**
 * An outside system gave no answer that can be used: 503 for the caller, who may try again. The message is for the
 * log: system, call, fault and the system's own error code, never what was sent or received.
 */
export class ProviderUnavailable extends AppError {
  constructor(
    readonly provider: string,
    readonly call: string,
    readonly fault: OutsideFault,
    detail?: string,
  ) {
    super('unavailable', { retryAfter: 10 });
    this.name = 'ProviderUnavailable';
    this.message = `${provider} ${call}: ${fault}${detail ? ` (${detail})` : ''}`;
  }
}
