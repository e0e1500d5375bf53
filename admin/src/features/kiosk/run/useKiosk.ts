import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { useConfig } from '../../../lib/config';
import { useOwnUnit } from '../../../lib/ownUnit';
import { kioskApi } from '../api/kioskApi';
import type { DoorStore } from '../offline/doorStore';
import { Tones } from '../sound/tones';
import type { Stand } from '../types';
import { Kiosk } from './kiosk';

interface Given {
  stand: Stand;
  store: DoorStore;
  onOffDuty: (why: string) => void;
}

/** The desk of a point, for as long as the screen stands. */
export function useKiosk({ stand, store, onOffDuty }: Given) {
  const config = useConfig();
  const { staff } = useOwnUnit();
  const tones = useRef<Tones>(undefined);
  const [kiosk] = useState(
    () =>
      new Kiosk({
        api: kioskApi,
        store,
        config,
        stand,
        staffId: staff.id,
        play: (tone) => tones.current?.play(tone),
        onOffDuty,
      }),
  );

  useEffect(() => {
    const own = new Tones();
    tones.current = own;
    void kiosk.start();

    return () => {
      kiosk.stop();
      own.close();
    };
  }, [kiosk]);

  const state = useSyncExternalStore(kiosk.shown.subscribe, kiosk.shown.read);

  return { kiosk, state, arm: () => tones.current?.arm() };
}
