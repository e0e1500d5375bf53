import Taro from '@tarojs/taro';

/**
 * Opens a service's page: on H5 in a new tab. A mini-program may only show pages of registered domains, so there the
 * address is copied and the person told.
 * @returns `copied` when the address is on the clipboard
 */
export async function openLink(link: string): Promise<'opened' | 'copied'> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(link, '_blank', 'noopener');

    return 'opened';
  }
  await Taro.setClipboardData({ data: link });

  return 'copied';
}

/** Calls the hotline through the phone's own dialler. */
export function callPhone(phoneNumber: string): void {
  if (process.env.TARO_ENV === 'h5') {
    window.location.href = `tel:${phoneNumber.replace(/[^\d+]/g, '')}`;

    return;
  }
  void Promise.resolve(Taro.makePhoneCall({ phoneNumber })).catch(() => undefined);
}
