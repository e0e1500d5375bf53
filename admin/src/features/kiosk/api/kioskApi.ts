import { doorKeys, revocationList, type DoorKeys, type RevocationList } from '@anxing/contract/door';
import {
  feedbackAnswer,
  lateScanAnswers,
  recentScanPage,
  scanAnswer,
  type FeedbackAnswer,
  type FeedbackRequest,
  type LateScanAnswers,
  type LateScans,
  type RecentScanPage,
  type ScanAnswer,
  type ScanRequest,
} from '@anxing/contract/scans';

import { api } from '../../../lib/api/apiClient';

/** How many earlier checks fit on the screen at a time. */
const recentShown = 8;

/** What a kiosk asks the server. */
export interface KioskApi {
  scan(request: ScanRequest, signal: AbortSignal): Promise<ScanAnswer>;
  /** Earlier checks of somebody whom the same guard checked lately. @param cursor of the page before */
  recent(id: string, cursor: string | null, signal: AbortSignal): Promise<RecentScanPage>;
  feedback(id: string, request: FeedbackRequest, signal: AbortSignal): Promise<FeedbackAnswer>;
  late(late: LateScans, signal: AbortSignal): Promise<LateScanAnswers>;
  keys(signal: AbortSignal): Promise<DoorKeys>;
  revocations(since: number | undefined, signal: AbortSignal): Promise<RevocationList>;
}

export const kioskApi: KioskApi = {
  scan: (request, signal) => api.post('scans', request, scanAnswer, { signal }),
  recent: (id, cursor, signal) => {
    const query = { limit: recentShown, cursor: cursor ?? undefined };

    return api.get(`scans/${id}/recent`, recentScanPage, { query, signal });
  },
  feedback: (id, request, signal) => api.post(`scans/${id}/feedback`, request, feedbackAnswer, { signal }),
  late: (late, signal) => api.post('scans/late', late, lateScanAnswers, { signal }),
  keys: (signal) => api.get('door/keys', doorKeys, { signal }),
  revocations: (since, signal) => api.get('door/revocations', revocationList, { query: { since }, signal }),
};
