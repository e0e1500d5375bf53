import { useRef, useState } from 'react';

import { asApiError } from '../../lib/apiError';
import { PictureError, type PickedPicture, type PictureFault } from '../../platform/picture';
import { sendPicture } from './api';
import { texts } from './texts';

export interface Picture {
  key: string;
  picked: PickedPicture;
  state: 'ready' | 'sending' | 'sent' | 'failed';
  /** Once it was sent: it is not sent again when something else fails. */
  id?: string;
  /** Why it was not sent. */
  fault?: string;
}

let count = 0;

function newPicture(picked: PickedPicture): Picture {
  count += 1;

  return { key: String(count), picked, state: 'ready' };
}

/** Pictures that were chosen, and what became of sending them. Nothing leaves the phone before `sendAll`. */
export function usePictures() {
  const [items, setItems] = useState<Picture[]>([]);
  const [fault, setFault] = useState<PictureFault>();
  const latest = useRef(items);

  const set = (next: Picture[]) => {
    latest.current = next;
    setItems(next);
  };
  const update = (key: string, parts: Partial<Picture>) =>
    set(latest.current.map((each) => (each.key === key ? { ...each, ...parts } : each)));

  const add = (picked: PickedPicture[], problem?: PictureFault) => {
    setFault(problem);
    set([...latest.current, ...picked.map(newPicture)]);
  };
  const remove = (key: string) => set(latest.current.filter((each) => each.key !== key));

  /** @returns false when it makes no sense to go on with the next one */
  const send = async ({ key, picked }: Picture): Promise<boolean> => {
    update(key, { state: 'sending', fault: undefined });
    try {
      update(key, { state: 'sent', id: await sendPicture(picked) });

      return true;
    } catch (cause) {
      const isOurs = cause instanceof PictureError;
      const error = asApiError(cause);
      update(key, { state: 'failed', fault: isOurs ? texts.faults[cause.fault] : error.message });

      return isOurs || !error.isPassing;
    }
  };

  /** @returns the ids in their order, or undefined when one could not be sent */
  const sendAll = async (): Promise<string[] | undefined> => {
    for (const item of latest.current.filter((each) => !each.id)) {
      if (!(await send(item))) {
        break;
      }
    }
    const ids = latest.current.flatMap(({ id }) => (id ? [id] : []));

    return ids.length === latest.current.length ? ids : undefined;
  };

  /** The server does not know them any more: they are sent again. */
  const forgetSent = () =>
    set(latest.current.map(({ key, picked }) => ({ key, picked, state: 'ready' as const })));

  return { items, fault, add, remove, send, sendAll, forgetSent };
}

export type Pictures = ReturnType<typeof usePictures>;
