import { Text, View } from '@tarojs/components';

import type { NationalCode, OwnNationalCode } from '@anxing/contract/nationalCode';

import { ColourMark } from '../../components/ColourMark';
import { FactLine } from '../../components/FactLine';
import { Press } from '../../components/Press';
import { now } from '../../lib/clock';
import { fullTimeText } from '../../lib/format';
import { openPage } from '../../lib/navigation';
import { aria } from '../../platform/aria';
import { looks } from './colours';
import { texts } from './texts';

function Merged({ code }: { code: NationalCode }) {
  const isOver = code.until <= now();
  const { shape, background, ink } = looks[isOver ? 'unknown' : code.colour];
  const word = texts.colours[code.colour];
  const until = fullTimeText(code.until);

  return (
    <>
      <View
        className="national-colour"
        style={{ backgroundColor: background, color: ink }}
        {...aria({ label: texts.colourLabel(code.province, word) })}
      >
        <ColourMark shape={shape} ink="currentColor" />
        <Text className="national-colour__word">{word}</Text>
        <Text className="national-colour__province">{code.province}</Text>
      </View>
      <FactLine name={texts.statedAt} value={fullTimeText(code.statedAt)} />
      <FactLine name={texts.until} value={isOver ? `${until}，${texts.over}` : until} />
      <FactLine name={texts.fetchedAt} value={fullTimeText(code.fetchedAt)} />
      {code.colour !== 'green' && (
        <>
          <View className="card__text national-note">{texts.notGreen}</View>
          <Press className="to-reasons" kind="secondary" onPress={() => void openPage('reasons')}>
            {texts.why}
          </Press>
        </>
      )}
    </>
  );
}

function noteOf({ state, latest }: OwnNationalCode): string | undefined {
  if (state === 'unavailable') {
    return latest ? texts.unavailableKept : texts.unavailable;
  }
  if (state === 'notFound') {
    return texts.notFound;
  }
  if (latest) {
    return undefined;
  }

  return state === 'merged' ? texts.ended : texts.none;
}

/** What the national platform said last about this person, and of when that is. */
export function Latest({ own }: { own: OwnNationalCode }) {
  const note = noteOf(own);

  return (
    <View className="card national-latest" {...aria({ role: 'status', isLive: true })}>
      <View className="card__title">{texts.latest}</View>
      {note && <View className="card__text">{note}</View>}
      {own.latest && <Merged code={own.latest} />}
    </View>
  );
}
