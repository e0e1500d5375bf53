import type { BatchTaken, DeliveryMode } from '@anxing/contract/feeds';
import { useState, type ReactNode } from 'react';

import type { Columns } from '../batches/columnTitle';
import { UploadForm } from './uploadForm';
import { UploadResult } from './uploadResult';

interface Props {
  /** Of the API, see `useBatchPage`. */
  path: string;
  /** Whether a file replaces what is on record, or adds to it. */
  delivery: DeliveryMode;
  /** Of this site: what a batch's id is put behind; left out where batches have no page. */
  pages?: string;
  /** Of the source, for their titles. */
  columns?: Columns;
  /** Of this site: batches that were refused; left out where they have no page. */
  refusedPage?: string;
  children?: ReactNode;
}

/** From a file to what came of it. */
export function BatchUpload({ path, delivery, pages, columns = [], refusedPage, children }: Props) {
  const [taken, setTaken] = useState<BatchTaken>();

  return taken ? (
    <UploadResult
      taken={taken}
      page={pages && `${pages}/${taken.batch.id}`}
      columns={columns}
      onAgain={() => setTaken(undefined)}
    />
  ) : (
    <UploadForm path={path} delivery={delivery} refusedPage={refusedPage} onTaken={setTaken}>
      {children}
    </UploadForm>
  );
}
