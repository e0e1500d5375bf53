import { handUploadQuery, type BatchTaken, type DeliveryMode } from '@anxing/contract/feeds';
import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';

import { FormFault } from '../../../components/formFault';
import { InstantInput } from '../../../components/instantInput';
import { UnsavedGuard } from '../../../components/unsavedGuard';
import { asApiError } from '../../../lib/api/apiError';
import { requiredRule } from '../../../lib/forms/schemaRule';
import { useFaults } from '../../../lib/forms/useFaults';
import { useZone } from '../../../lib/useZone';
import { useUploadBatch, type UploadStep } from '../api/uploadBatch';
import { ChosenFile } from './chosenFile';
import { DeliveryNotice } from './deliveryNotice';
import { fileRule } from './fileRule';
import { nameHint } from './nameHint';

interface Values {
  file?: File;
  name?: string;
  asOf?: number;
}

interface Props {
  /** See `useBatchPage`. */
  path: string;
  delivery: DeliveryMode;
  /** Of this site: batches that were refused, with their wrong rows. */
  refusedPage: string | undefined;
  /** What somebody should have at hand, such as a template. */
  children?: ReactNode;
  onTaken: (taken: BatchTaken) => void;
}

function DataFields({ delivery }: { delivery: DeliveryMode }) {
  const { today } = useZone();

  return (
    <>
      <Form.Item
        name="name"
        label="批次名称"
        rules={[requiredRule(handUploadQuery.shape.name, '请填写批次名称')]}
        extra={`便于以后查找，例如“${nameHint(delivery, today())}”。同名同内容的文件不会重复计入。`}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="asOf" label="数据时间（选填）" extra="数据反映的是什么时候的情况；不填则为上传时间。">
        <InstantInput timeLabel="数据时刻" placeholder="选择日期" isDayOpen={(day) => day <= today()} />
      </Form.Item>
    </>
  );
}

/** A file that a person uploads; a second one approves it. */
export function UploadForm({ path, delivery, refusedPage, children, onTaken }: Props) {
  const [form] = Form.useForm<Values>();
  const faults = useFaults(form, (fault) => (fault === 'batch' ? 'file' : fault));
  const upload = useUploadBatch(path);
  const [step, setStep] = useState<UploadStep>();
  const isRefused = upload.error !== null && asApiError(upload.error).is('batch_refused');
  const [isDirty, setDirty] = useState(false);

  async function send({ file, name = '', asOf }: Values): Promise<void> {
    if (!file) {
      return;
    }
    faults.clear();
    setStep(0);
    try {
      onTaken(await upload.mutateAsync({ file, name, asOf, onStep: setStep }));
    } catch (error) {
      faults.show(error);
    }
    setStep(undefined);
  }

  return (
    <Form
      form={form}
      layout="vertical"
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => setDirty(true)}
      onFinish={(values: Values) => void send(values)}
      aria-label="人工上传"
    >
      <DeliveryNotice delivery={delivery} />
      {children}
      <Form.Item name="file" label="文件" rules={[fileRule]}>
        <ChosenFile step={step} />
      </Form.Item>
      {isRefused && refusedPage && (
        <p className="refusedHint">
          没有任何改变。有误的行见<Link to={refusedPage}>未接收的批次</Link>。
        </p>
      )}
      <DataFields delivery={delivery} />
      <FormFault fault={faults.fault} />
      <div className="formButtons">
        <Button type="primary" htmlType="submit" loading={upload.isPending}>
          上传并检查
        </Button>
      </div>
      <UnsavedGuard isDirty={isDirty} />
    </Form>
  );
}
