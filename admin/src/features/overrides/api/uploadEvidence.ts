import { evidence, evidenceTypes, type EvidenceType } from '@anxing/contract/evidence';
import { limits } from '@anxing/contract/limits';
import { useMutation } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { base64Of } from '../../../lib/base64Of';
import { shrinkPicture } from '../../../lib/shrinkPicture';

const megabytes = limits.evidenceBytes / 1_000_000;

function typeOf(file: Blob): EvidenceType {
  const type = evidenceTypes.find((one) => one === file.type);
  if (!type) {
    throw new Error('只能上传 JPG、PNG 图片或 PDF 文件');
  }

  return type;
}

/** Pictures of a phone's camera are larger than what is kept; documents stay as they are. */
async function prepared(file: File): Promise<Blob> {
  const isPicture = typeOf(file) !== 'application/pdf';
  const ready = isPicture && file.size > limits.evidenceBytes ? await shrinkPicture(file) : file;
  if (ready.size > limits.evidenceBytes) {
    throw new Error(`文件超过 ${megabytes} MB，请压缩后再上传`);
  }

  return ready;
}

/** Uploads one picture or document. Throws with a sentence for people when it cannot be taken. */
export function useUploadEvidence() {
  return useMutation({
    mutationFn: async (file: File) => {
      const ready = await prepared(file);

      return api.post('unit/evidence', { mediaType: typeOf(ready), data: await base64Of(ready) }, evidence);
    },
    gcTime: 0,
  });
}
