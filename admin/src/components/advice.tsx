import type { ApiError } from '../lib/api/apiError';

function waitText(seconds: number): string {
  return seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}

/** When it is worth another try, if the server said so. */
export function Advice({ error }: { error: ApiError }) {
  return error.retryAfter ? <>请约 {waitText(error.retryAfter)}后再试</> : null;
}
