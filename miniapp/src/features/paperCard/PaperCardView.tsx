import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';

import type { OwnCard, PaperCard } from '@anxing/contract/cards';

import { FactLine } from '../../components/FactLine';
import { Loaded } from '../../components/Loaded';
import { Press } from '../../components/Press';
import { asApiError } from '../../lib/apiError';
import { fullTimeText } from '../../lib/format';
import { request } from '../../lib/request';
import { texts as shared } from '../../lib/texts';
import { useRecord } from '../../lib/useRecord';
import { openCardFile } from './openCardFile';
import { texts } from './texts';

function say(title: string): void {
  void Taro.showToast({ title, icon: 'none' });
}

async function isConfirmed(title: string, content: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title,
    content,
    confirmText: shared.confirm,
    cancelText: shared.cancel,
  });

  return confirm;
}

/** One thing at a time, and what went wrong is said. */
function useAction() {
  const [isBusy, setBusy] = useState(false);

  async function run(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      say(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, run };
}

interface Props {
  card: PaperCard | null;
  onChanged: () => Promise<void>;
}

function Facts({ card }: { card: PaperCard }) {
  return (
    <>
      <FactLine name={texts.issuedAt} value={fullTimeText(card.issuedAt)} />
      <FactLine name={texts.printedBy} value={card.printedBy ?? texts.self} />
    </>
  );
}

async function openFile(): Promise<void> {
  if (!(await openCardFile())) {
    say(texts.openFailed);
  }
}

function Actions({ card, onChanged }: Props) {
  const { isBusy, run } = useAction();

  async function make(): Promise<void> {
    if (card && !(await isConfirmed(texts.renewTitle, texts.renewText))) {
      return;
    }
    await request('POST', 'me/card', {});
    say(texts.made);
    await onChanged();
  }

  async function revoke(): Promise<void> {
    if (await isConfirmed(texts.voidTitle, texts.voidText)) {
      await request('DELETE', 'me/card');
      say(texts.voided);
      await onChanged();
    }
  }

  return (
    <View className="card-actions">
      {card && (
        <Press className="open-card" isDisabled={isBusy} onPress={() => void run(openFile)}>
          {texts.open}
        </Press>
      )}
      <Press
        className="make-card"
        kind={card ? 'secondary' : 'primary'}
        isDisabled={isBusy}
        onPress={() => void run(make)}
      >
        {card ? texts.renew : texts.make}
      </Press>
      {card && (
        <Press className="void-card" kind="quiet" isDisabled={isBusy} onPress={() => void run(revoke)}>
          {texts.void}
        </Press>
      )}
    </View>
  );
}

/** A printed card for when there is no phone: made, opened for printing, replaced and voided. */
export function PaperCardView() {
  const record = useRecord<OwnCard>('me/card');

  return (
    <Loaded record={record}>
      {({ card }) => (
        <>
          <View className="card">
            <View className="card__title">{texts.title}</View>
            <View className="card__text">{texts.intro}</View>
            <View className="card__text">{texts.safe}</View>
          </View>
          <View className="card">
            {card ? <Facts card={card} /> : <View className="card__text">{texts.none}</View>}
            <Actions card={card} onChanged={record.reload} />
          </View>
        </>
      )}
    </Loaded>
  );
}
