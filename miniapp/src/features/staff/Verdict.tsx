import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { ColourMark } from '../../components/ColourMark';
import { useColour } from '../../lib/config';
import { clockText } from '../../lib/format';
import { aria } from '../../platform/aria';
import type { Checked } from './checking';
import { ageText } from './ListAge';
import { texts } from './texts';

type Kind = Checked['decision'] | 'refused';

interface Props {
  kind: Kind;
  word: string;
  /** What the screen reader says at once. */
  said: string;
  children?: ReactNode;
}

/** The verdict as a ground, a shape and a word that are read from two metres away. */
function Ground({ kind, word, said, children }: Props) {
  return (
    <View className={`verdict-ground verdict-ground--${kind}`}>
      <View className="verdict-core" {...aria({ role: 'alert', isLive: true, label: said })}>
        <View className={`verdict-shape verdict-shape--${kind}`}>
          <View className="verdict-shape__stroke" />
        </View>
        <View className={`door-verdict ${word.length > 3 ? 'door-verdict--long' : ''}`}>{word}</View>
      </View>
      {children}
    </View>
  );
}

/** What led to nobody, in one sentence. */
export function RefusedVerdict({ message }: { message: string }) {
  return (
    <Ground kind="refused" word={texts.check.refused} said={`${texts.check.refused}，${message}`}>
      <View className="door-why door-why--large">{message}</View>
    </Ground>
  );
}

function LateMark({ late }: { late: NonNullable<Checked['late']> }) {
  const { lateList, lateNoList } = texts.check;
  const age = late.listAsOf === null ? lateNoList : lateList(ageText(late.listAsOf));

  return (
    <View className="late-mark">
      <View className="late-mark__word">{texts.check.late}</View>
      <View className="late-mark__age">{age}</View>
    </View>
  );
}

/** What is still asked for stands below: it should not have to be scrolled to. */
export function CheckedVerdict({ checked }: { checked: Checked }) {
  const { decision, why, late, direction, at, wants } = checked;
  const colour = useColour(checked.colour);
  const word = texts.check.decisions[decision];
  const said = texts.check.said(word, why ?? '', colour.label);

  return (
    <Ground kind={decision} word={word} said={said}>
      {why && <View className="door-why">{why}</View>}
      <View className="big-colour" style={{ backgroundColor: colour.background, color: colour.ink }}>
        <ColourMark shape={colour.shape} ink={colour.ink} />
        <View className="big-colour__label">{colour.label}</View>
        <View className="big-colour__word">{colour.word}</View>
      </View>
      {wants.length === 0 && (
        <View className="verdict-facts">
          {texts.home.directions[direction]} · {clockText(at)}
        </View>
      )}
      {late && <LateMark late={late} />}
    </Ground>
  );
}
