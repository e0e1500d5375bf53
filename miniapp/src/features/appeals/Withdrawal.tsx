import Taro from '@tarojs/taro';
import { useState } from 'react';

import type { Appeal } from '@anxing/contract/appeals';

import { Press } from '../../components/Press';
import { asApiError } from '../../lib/apiError';
import { texts as shared } from '../../lib/texts';
import { withdrawAppeal } from './api';
import { texts } from './texts';

interface Props {
  id: string;
  onChange: (appeal: Appeal) => void;
}

/** Takes an appeal back, after a question. */
export function Withdrawal({ id, onChange }: Props) {
  const [isBusy, setBusy] = useState(false);

  const withdraw = async () => {
    const { confirm } = await Taro.showModal({
      title: texts.withdrawTitle,
      content: texts.withdrawText,
      confirmText: shared.confirm,
      cancelText: shared.cancel,
    });
    if (!confirm || isBusy) {
      return;
    }
    setBusy(true);
    let title: string = texts.withdrawn;
    try {
      onChange(await withdrawAppeal(id));
    } catch (cause) {
      title = asApiError(cause).message;
    }
    setBusy(false);
    await Taro.showToast({ title, icon: 'none' });
  };

  return (
    <Press className="withdraw" kind="quiet" isDisabled={isBusy} onPress={() => void withdraw()}>
      {isBusy ? texts.withdrawing : texts.withdraw}
    </Press>
  );
}
