import { useCallback, useEffect, useState } from 'react';

import { BarePage } from '../components/barePage';
import { Loading } from '../components/loading';
import { doorStore } from '../features/kiosk/offline/browserStore';
import type { DoorStore } from '../features/kiosk/offline/doorStore';
import { KioskScreen } from '../features/kiosk/screen/kioskScreen';
import { StandForm } from '../features/kiosk/stand/standForm';
import type { Stand } from '../features/kiosk/types';
import { useTitle } from '../lib/useTitle';

/** A door with a scan gun: where one stands first, then one person after the other. */
export function Component() {
  const [stand, setStand] = useState<Stand>();
  const [store, setStore] = useState<DoorStore>();
  const [why, setWhy] = useState<string>();
  const leave = useCallback((left?: string) => {
    setWhy(left);
    setStand(undefined);
  }, []);
  useTitle('扫码查验');

  useEffect(() => {
    void doorStore().then(setStore);
  }, []);

  if (!store) {
    return <Loading isPage />;
  }

  return stand ? (
    <KioskScreen stand={stand} store={store} onLeave={leave} />
  ) : (
    <BarePage title="扫码查验">
      <StandForm why={why} onStand={setStand} />
    </BarePage>
  );
}
