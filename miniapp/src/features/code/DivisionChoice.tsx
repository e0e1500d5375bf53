import { View } from '@tarojs/components';

import type { Division } from '@anxing/contract/divisions';

import { Press } from '../../components/Press';
import { DivisionList } from './DivisionList';
import { texts } from './texts';
import { useDivisions, type DivisionPath } from './useDivisions';
import './divisionChoice.scss';

interface Props {
  /** Its name with those above it. */
  chosen: Division | undefined;
  /** The person came by a poster, whose county counts otherwise. */
  hasPoster: boolean;
  onChoose: (division: Division | undefined) => void;
}

function nameOf(path: DivisionPath): string {
  return path.map(({ name }) => name).join('');
}

interface HeadProps {
  path: DivisionPath;
  onUp: () => void;
}

function Head({ path, onUp }: HeadProps) {
  return (
    <View className="division-head">
      <View className="division-head__path">{nameOf(path) || texts.whereProvince}</View>
      {path.length > 0 && (
        <Press className="division-up" kind="quiet" onPress={onUp}>
          {texts.whereUp}
        </Press>
      )}
    </View>
  );
}

/** Where the person is, from province to county. Nobody has to say. */
export function DivisionChoice({ chosen, hasPoster, onChoose }: Props) {
  const { offer, enter, close, open, up, again } = useDivisions((path) => {
    const last = path[path.length - 1];
    onChoose(last && { code: last.code, name: nameOf(path) });
  });
  const value = chosen?.name ?? texts.whereUnknown;

  return (
    <View className="division-choice">
      <View className="division-choice__line">
        <Press
          className="choose-division"
          kind="plain"
          label={`${texts.where} ${value}`}
          onPress={offer ? close : open}
        >
          <View className="division-choice__text">
            <View className="division-choice__label">{texts.where}</View>
            <View className="division-choice__value">{value}</View>
          </View>
          <View className={`division-choice__arrow ${offer ? 'division-choice__arrow--open' : ''}`} />
        </Press>
        {chosen && (
          <Press className="clear-division" kind="quiet" onPress={() => onChoose(undefined)}>
            {texts.whereClear}
          </Press>
        )}
      </View>
      {offer && (
        <View className="division-offer">
          <Head path={offer.path} onUp={up} />
          <DivisionList items={offer.items} error={offer.error} onEnter={enter} onRetry={again} />
        </View>
      )}
      <View className="division-choice__purpose">
        {texts.wherePurpose}
        {hasPoster && !chosen && texts.whereByPoster}
      </View>
    </View>
  );
}
