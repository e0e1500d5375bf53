import { DownloadOutlined } from '@ant-design/icons';
import { passageFilters, type ExportFormat } from '@anxing/contract/passages';
import { App, Button, Dropdown } from 'antd';
import { z } from 'zod';

import { asApiError } from '../../lib/api/apiError';
import { useExportPassages } from './api/exportPassages';
import type { PassageFilterValues } from './passageFilterShape';

const formats: { key: ExportFormat; label: string }[] = [
  { key: 'xlsx', label: 'Excel 工作簿' },
  { key: 'csv', label: 'CSV（适合大量记录）' },
];

/** Without the page. */
const onlyFilters = z.object(passageFilters);

/** A file of all that the filters leave, not of the page alone. */
export function ExportButton({ filters }: { filters: PassageFilterValues }) {
  const take = useExportPassages();
  const { message } = App.useApp();

  function start(format: ExportFormat): void {
    take.mutate(
      { ...onlyFilters.parse(filters), format },
      {
        onSuccess: () => void message.success('已开始导出，完成后可在本页下载；记录中的人员可以看到本次导出'),
        onError: (error) => {
          const { fields, message: text } = asApiError(error);
          void message.error(fields[0]?.message ?? text);
        },
      },
    );
  }

  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: formats, onClick: ({ key }) => start(key as ExportFormat) }}
      disabled={take.isPending}
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={take.isPending}>
        导出
      </Button>
    </Dropdown>
  );
}
