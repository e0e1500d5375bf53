import type { AnyJobKind } from '../jobs/jobKind';
import { passageExportJob } from './passageExportJob';
import { posterBatchJob } from './posterBatchJob';

/** Every kind of background job. */
export const jobKinds: readonly AnyJobKind[] = [passageExportJob, posterBatchJob];
