import type { AnyJobKind } from '../jobs/jobKind';
import { passageExportJob } from './passageExportJob';
import { posterBatchJob } from './posterBatchJob';
import { dryRunJob } from './rules/dryRunJob';

/** Every kind of background job. */
export const jobKinds: readonly AnyJobKind[] = [dryRunJob, passageExportJob, posterBatchJob];
