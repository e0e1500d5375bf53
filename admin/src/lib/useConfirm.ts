import { App } from 'antd';

import { asApiError } from './api/apiError';

interface Question {
  title: string;
  content: string;
  okText: string;
  isDanger?: boolean;
  /** What to do; the dialog waits for it, and stays open when it fails. */
  act: () => Promise<unknown>;
  done: string;
}

/** Asks before something that is not easily taken back, does it, and says that it is done. */
export function useConfirm() {
  const { modal, message } = App.useApp();

  return ({ title, content, okText, isDanger = false, act, done }: Question): void => {
    void modal.confirm({
      title,
      content,
      okText,
      okButtonProps: { danger: isDanger },
      async onOk() {
        try {
          await act();
          void message.success(done);
        } catch (error) {
          void message.error(asApiError(error).message);
          throw error;
        }
      },
    });
  };
}
