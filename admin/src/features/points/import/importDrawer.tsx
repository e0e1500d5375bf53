import type { PointImport } from '@anxing/contract/pointSheets';
import { App, Drawer, Steps } from 'antd';
import { useState } from 'react';

import { asApiError } from '../../../lib/api/apiError';
import { useAddList, useCheckList } from '../api/pointSheets';
import { ChooseFile } from './chooseFile';
import { ImportCheck } from './importCheck';
import { ImportDone } from './importDone';

interface Props {
  onClose: () => void;
  /** Prints the posters of the points that were added; for who may. */
  onPrint: ((pointIds: string[]) => void) | undefined;
}

interface Checked {
  file: File;
  result: PointImport;
}

/** What the API says of a file: its own sentence before the general one. */
function sentenceOf(error: unknown): string {
  const { message, fields } = asApiError(error);

  return fields[0]?.message ?? message;
}

function useImport() {
  const [checked, setChecked] = useState<Checked>();
  const [added, setAdded] = useState<string[]>();
  const check = useCheckList();
  const add = useAddList();
  const { message } = App.useApp();
  const onError = (error: unknown) => void message.error(sentenceOf(error));

  return {
    checked,
    added,
    fault: check.error ? sentenceOf(check.error) : undefined,
    isChecking: check.isPending,
    isAdding: add.isPending,
    choose: (file: File) => check.mutate(file, { onSuccess: (result) => setChecked({ file, result }) }),
    back: () => setChecked(undefined),
    confirm({ file, result }: Checked) {
      add.mutate({ file, check: result.check }, { onSuccess: (done) => setAdded(done.added ?? []), onError });
    },
  };
}

/** From a list in a file to points: choose it, look at what is wrong, add the rest. */
export function ImportDrawer({ onClose, onPrint }: Props) {
  const { checked, added, ...work } = useImport();
  const step = added ? 2 : checked ? 1 : 0;

  return (
    <Drawer open title="导入服务点" size={720} onClose={onClose}>
      <Steps
        className="importSteps"
        size="small"
        current={step}
        responsive={false}
        items={['选择文件', '检查', '完成'].map((title) => ({ title }))}
      />
      {added ? (
        <ImportDone added={added} onClose={onClose} onPrint={onPrint} />
      ) : checked ? (
        <ImportCheck
          fileName={checked.file.name}
          result={checked.result}
          isAdding={work.isAdding}
          onBack={work.back}
          onConfirm={() => work.confirm(checked)}
        />
      ) : (
        <ChooseFile isBusy={work.isChecking} fault={work.fault} onFile={work.choose} />
      )}
    </Drawer>
  );
}
