import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';

import { copyText } from '../lib/copyText';

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { message } = App.useApp();

  async function copy(): Promise<void> {
    if (await copyText(text)) {
      void message.success('已复制');
    } else {
      void message.warning('无法复制，请手动选中后复制');
    }
  }

  return (
    <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
