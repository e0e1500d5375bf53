import { doorKeys, revocationList, type DoorKeys, type RevocationList } from '@anxing/contract/door';
import {
  feedbackAnswer,
  lateScanAnswers,
  scanAnswer,
  type FeedbackAnswer,
  type FeedbackRequest,
  type LateScanAnswers,
  type LateScans,
  type ScanAnswer,
  type ScanRequest,
} from '@anxing/contract/scans';

import { api } from '../../../lib/api/apiClient';

/** What a kiosk asks the server. */
export interface KioskApi {
  scan(request: ScanRequest, signal: AbortSignal): Promise<ScanAnswer>;
  feedback(id: string, request: FeedbackRequest, signal: AbortSignal): Promise<FeedbackAnswer>;
  late(late: LateScans, signal: AbortSignal): Promise<LateScanAnswers>;
  keys(signal: AbortSignal): Promise<DoorKeys>;
  revocations(since: number | undefined, signal: AbortSignal): Promise<RevocationList>;
}

export const kioskApi: KioskApi = {
  scan: (request, signal) => api.post('scans', request, scanAnswer, { signal }),
  feedback: (id, request, signal) => api.post(`scans/${id}/feedback`, request, feedbackAnswer, { signal }),
  late: (late, signal) => api.post('scans/late', late, lateScanAnswers, { signal }),
  keys: (signal) => api.get('door/keys', doorKeys, { signal }),
  revocations: (since, signal) => api.get('door/revocations', revocationList, { query: { since }, signal }),
};
