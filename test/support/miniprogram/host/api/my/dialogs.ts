import { openActionSheet, openModal } from '../../frame/dialogs';
import { openSheet } from '../../frame/sheet';
import { hideToast, showToast } from '../../frame/toast';
import { ApiError } from '../../phone/apiError';
import { type Handler, type Options, text } from '../call';

const toastTime = 2000;

async function alert(options: Options) {
  const confirm = text(options.buttonText, '确定');
  await openModal({ title: text(options.title), content: text(options.content), confirm });

  return { success: true };
}

async function confirm(options: Options) {
  const { isConfirmed } = await openModal({
    title: text(options.title),
    content: text(options.content),
    confirm: text(options.confirmButtonText, '确定'),
    cancel: text(options.cancelButtonText, '取消'),
  });

  return { confirm: isConfirmed };
}

async function prompt(options: Options) {
  const { isConfirmed, text: inputValue } = await openModal({
    title: text(options.title),
    content: text(options.message),
    confirm: text(options.okButtonText, '确定'),
    cancel: text(options.cancelButtonText, '取消'),
    inputHint: text(options.placeholder),
  });

  return { ok: isConfirmed, inputValue: isConfirmed ? inputValue : '' };
}

/** The index is -1 when the person backs out: no failure on Alipay. */
async function showActionSheet(options: Options) {
  const index = await openActionSheet(
    (options.items ?? []) as string[],
    text(options.cancelButtonText, '取消'),
  );

  return { index: index ?? -1 };
}

const inputTypes: Record<string, 'date' | 'time' | 'month'> = {
  'HH:mm': 'time',
  'HH:mm:ss': 'time',
  'yyyy-MM': 'month',
};

/** https://opendocs.alipay.com/mini/api/ui-date; backing out is failure 11. */
function datePicker(options: Options): Promise<{ date: string }> {
  const column = {
    input: inputTypes[text(options.format)] ?? 'date',
    value: text(options.currentDate),
    min: text(options.startDate),
    max: text(options.endDate),
  };

  return new Promise((resolve, reject) => {
    openSheet('', [column], {
      confirm: ([date = '']) => resolve({ date }),
      cancel: () => reject(new ApiError('用户取消操作', 11)),
    });
  });
}

export const dialogHandlers: Record<string, Handler> = {
  alert,
  confirm,
  prompt,
  showActionSheet,
  datePicker,
  showToast: ({ content, duration }) => showToast(text(content), Number(duration ?? toastTime)),
  hideToast: () => hideToast(),
  showLoading: ({ content }) => showToast(text(content)),
  hideLoading: () => hideToast(),
};
