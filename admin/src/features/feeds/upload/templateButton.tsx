import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';

import { api } from '../../../lib/api/apiClient';
import { asApiError } from '../../../lib/api/apiError';
import { saveFile } from '../../../lib/saveFile';

/** An empty list to fill in. @param path of the API */
export function TemplateButton({ path, fileName }: { path: string; fileName: string }) {
  const { message } = App.useApp();
  const template = useMutation({ mutationFn: () => api.file(path), gcTime: 0 });

  function take(): void {
    template.mutate(undefined, {
      onSuccess: (file) => saveFile(file, fileName),
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={template.isPending} onClick={take}>
      下载模板
    </Button>
  );
}
