import { PageTop } from '../components/pageTop';
import { CounterForm } from '../features/cards/counterForm';
import { MadeCard } from '../features/cards/madeCard';
import { usePrintCard } from '../features/cards/printCard';

export function Component() {
  const card = usePrintCard();

  return (
    <>
      <PageTop title="纸质卡" />
      <p className="soft">为没有手机的居民现场核验并打印纸质健康码；值守人员和闸机扫描后按最新颜色放行。</p>
      <section className="panel formPanel" aria-label="制卡">
        {card.data ? (
          <MadeCard made={card.data} onNext={() => card.reset()} />
        ) : (
          <CounterForm isSaving={card.isPending} submit={card.mutateAsync} />
        )}
      </section>
    </>
  );
}
