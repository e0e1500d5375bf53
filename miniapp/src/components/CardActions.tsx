import { View } from '@tarojs/components';

import type { PaperCard } from '@anxing/contract/cards';

import { isConfirmed } from '../lib/isConfirmed';
import { openCardFile } from '../lib/openCardFile';
import { request } from '../lib/request';
import { texts as shared } from '../lib/texts';
import { say, useAction } from '../lib/useAction';
import { Press } from './Press';
import './cardActions.scss';

const texts = shared.paperCard;

interface Props {
  /** Of the card, below `/api/v1/`. */
  path: string;
  card: PaperCard | null;
  /** Said by the screen reader with each button, where there are several cards. */
  whose?: string;
  onChanged: () => Promise<void>;
}

/** What is done with a paper card: made, opened for printing, replaced and voided. */
export function CardActions({ path, card, whose, onChanged }: Props) {
  const { isBusy, run } = useAction();
  const labelOf = (text: string) => whose && `${whose} ${text}`;

  async function open(): Promise<void> {
    if (!(await openCardFile(path))) {
      say(texts.openFailed);
    }
  }

  async function make(): Promise<void> {
    if (card && !(await isConfirmed(texts.renewTitle, texts.renewText))) {
      return;
    }
    await request('POST', path, {});
    say(texts.made);
    await onChanged();
  }

  async function revoke(): Promise<void> {
    if (await isConfirmed(texts.voidTitle, texts.voidText)) {
      await request('DELETE', path);
      say(texts.voided);
      await onChanged();
    }
  }

  const makeText = card ? texts.renew : texts.make;

  return (
    <View className="card-actions">
      {card && (
        <Press
          className="open-card"
          label={labelOf(texts.open)}
          isDisabled={isBusy}
          onPress={() => void run(open)}
        >
          {texts.open}
        </Press>
      )}
      <Press
        className="make-card"
        kind={card ? 'secondary' : 'primary'}
        label={labelOf(makeText)}
        isDisabled={isBusy}
        onPress={() => void run(make)}
      >
        {makeText}
      </Press>
      {card && (
        <Press
          className="void-card"
          kind="quiet"
          label={labelOf(texts.void)}
          isDisabled={isBusy}
          onPress={() => void run(revoke)}
        >
          {texts.void}
        </Press>
      )}
    </View>
  );
}
