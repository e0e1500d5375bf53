import { useState } from 'react';

import { PageTop } from '../components/pageTop';
import { useExplain } from '../features/cards/reasons/explain';
import { ReasonsForm } from '../features/cards/reasons/reasonsForm';
import { ToldReasons } from '../features/cards/reasons/toldReasons';
import { useIdle } from '../lib/useIdle';

/** Somebody's health does not stay on a screen that nobody sits at. */
const idleMs = 3 * 60_000;

export function Component() {
  const told = useExplain();
  const [cleared, setCleared] = useState({ times: 0, isTold: false });

  useIdle(idleMs, () => {
    setCleared(({ times }) => ({ times: times + 1, isTold: told.isSuccess }));
    told.reset();
  });

  function goOn(): void {
    setCleared(({ times }) => ({ times, isTold: false }));
    told.reset();
  }

  return (
    <>
      <PageTop title="说明原因" />
      <p className="soft pageLead">
        向持证件到场的居民说明健康码颜色的原因，适用于没有手机或未带手机的人。家属代问的不予说明。
      </p>
      <section className="panel formPanel" aria-label="健康码颜色的原因">
        {told.data ? (
          <ToldReasons told={told.data} onNext={goOn} />
        ) : (
          <>
            {cleared.isTold && (
              <p className="soft" role="status">
                长时间没有操作，已清除上一位的内容。
              </p>
            )}
            <ReasonsForm key={cleared.times} isAsking={told.isPending} submit={told.mutateAsync} />
          </>
        )}
      </section>
    </>
  );
}
