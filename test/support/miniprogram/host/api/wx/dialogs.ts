import { openActionSheet, openModal } from '../../frame/dialogs';
import { hideToast, showToast } from '../../frame/toast';
import { ApiError } from '../../phone/apiError';
import { type Handler, type Options, text } from '../call';

const toastTime = 1500;

async function showModal(options: Options) {
  const { isConfirmed, text: content } = await openModal({
    title: text(options.title),
    content: text(options.content),
    confirm: text(options.confirmText, '确定'),
    cancel: options.showCancel === false ? undefined : text(options.cancelText, '取消'),
    inputHint: options.editable ? text(options.placeholderText) : undefined,
  });

  return { confirm: isConfirmed, cancel: !isConfirmed, content: options.editable ? content : null };
}

async function showActionSheet(options: Options) {
  const tapIndex = await openActionSheet((options.itemList ?? []) as string[], '取消');
  if (tapIndex === undefined) {
    throw new ApiError('cancel');
  }

  return { tapIndex };
}

export const dialogHandlers: Record<string, Handler> = {
  showModal,
  showActionSheet,
  showToast: ({ title, duration }) => showToast(text(title), Number(duration ?? toastTime)),
  hideToast: () => hideToast(),
  showLoading: ({ title }) => showToast(text(title)),
  hideLoading: () => hideToast(),
};
