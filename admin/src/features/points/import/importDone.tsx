import { PrinterOutlined } from '@ant-design/icons';
import { Button, Result } from 'antd';

interface Props {
  added: string[];
  onClose: () => void;
  onPrint: ((pointIds: string[]) => void) | undefined;
}

/** The points are there; next come their posters. */
export function ImportDone({ added, onClose, onPrint }: Props) {
  return (
    <Result
      status="success"
      title={`已添加 ${added.length} 个服务点`}
      subTitle="张贴码生成并打印后，访客才能扫码登记。"
      extra={[
        onPrint && added.length > 0 && (
          <Button
            key="print"
            type="primary"
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => onPrint(added)}
          >
            生成并打印张贴码
          </Button>
        ),
        <Button key="close" onClick={onClose}>
          关闭
        </Button>,
      ]}
    />
  );
}
