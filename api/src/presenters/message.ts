import type { MessageItem } from '@anxing/contract/me';

import type { Message } from '../models/message';

export function presentMessage({ id, kind, title, body, at, readAt }: Message): MessageItem {
  return { id, kind, title, body, at, read: readAt !== null };
}
