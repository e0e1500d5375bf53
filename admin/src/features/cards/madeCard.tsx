import type { CounterCard } from '@anxing/contract/cards';
import { Alert, App, Button, Space } from 'antd';

import { printPdf } from '../../lib/printPdf';
import { saveFile } from '../../lib/saveFile';

interface Props {
  made: CounterCard & { file: Blob };
  onNext: () => void;
}

const fileName = '纸质健康码.pdf';

/** The card is made: printed, or taken as a file; then the next person. */
export function MadeCard({ made, onNext }: Props) {
  const { message } = App.useApp();
  const { name, idNumber } = made.person;

  function print(): void {
    if (!printPdf(made.file)) {
      saveFile(made.file, fileName);
      void message.info('当前浏览器不能直接打印，已下载 PDF，请打开后打印');
    }
  }

  return (
    <Alert
      type="success"
      showIcon
      title={`已为 ${name}（${idNumber}）制卡`}
      description={
        <>
          <p>此前的纸质卡已同时失效；本人可在“谁看过我”和消息中看到本次办理。文件 30 分钟内可打印。</p>
          <Space wrap>
            <Button type="primary" onClick={print}>
              打印
            </Button>
            <Button onClick={() => saveFile(made.file, fileName)}>下载 PDF</Button>
            <Button onClick={onNext}>下一位</Button>
          </Space>
        </>
      }
    />
  );
}
