import { DownloadOutlined } from '@ant-design/icons';
import type { PointFilter } from '@anxing/contract/points';
import { App, Button, Dropdown } from 'antd';

import { asApiError } from '../../lib/api/apiError';
import { saveFile } from '../../lib/saveFile';
import { useExportList, type SheetFormat } from './api/pointSheets';

const formats = [
  { key: 'xlsx', label: 'Excel 文件（.xlsx）' },
  { key: 'csv', label: 'CSV 文件（.csv）' },
];

/** The points that match as a file, with the links of their posters. */
export function ExportButton({ filter }: { filter: PointFilter }) {
  const list = useExportList();
  const { message } = App.useApp();

  function take(format: SheetFormat): void {
    list.mutate(
      { format, filter },
      {
        onSuccess: (file) => saveFile(file, `服务点.${format}`),
        onError: (error) => void message.error(asApiError(error).message),
      },
    );
  }

  return (
    <Dropdown trigger={['click']} menu={{ items: formats, onClick: ({ key }) => take(key as SheetFormat) }}>
      <Button icon={<DownloadOutlined aria-hidden />} loading={list.isPending} aria-haspopup="menu">
        导出
      </Button>
    </Dropdown>
  );
}
