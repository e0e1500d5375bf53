import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

import type { Point } from '@anxing/contract/points';
import { limits } from '@anxing/contract/limits';

import { Field } from '../../components/Field';
import { Loading } from '../../components/Notice';
import { Press } from '../../components/Press';
import { asApiError, sentenceOf, type ApiError } from '../../lib/apiError';
import type { Desk } from '../../lib/staff/desk';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { fetchPoints } from './api';
import { texts } from './texts';

interface Props {
  chosen: Desk['point'] | undefined;
  error?: string;
  /** With nothing: another one is to be chosen. */
  onChoose: (point: Point | undefined) => void;
}

interface Offered {
  points?: Point[];
  hasMore: boolean;
  error?: ApiError;
}

function usePoints(isWanted: boolean, name: string) {
  const [offered, setOffered] = useState<Offered>({ hasMore: false });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = isWanted;
    if (!isWanted) {
      return undefined;
    }
    fetchPoints(name)
      .then(({ items, next }) => isCurrent && setOffered({ points: items, hasMore: next !== null }))
      .catch((cause) => isCurrent && setOffered({ hasMore: false, error: asApiError(cause) }));

    return () => {
      isCurrent = false;
    };
  }, [isWanted, name, attempt]);

  return { ...offered, retry: () => setAttempt(attempt + 1) };
}

function Line({ point, onChoose }: { point: Point; onChoose: () => void }) {
  return (
    <Press className={`point-line point-line--${point.id}`} kind="plain" onPress={onChoose}>
      <View className="point-line__text">
        <View className="point-line__name">{point.name}</View>
        <View className="point-line__address">{point.address}</View>
      </View>
      <View className="menu-line__arrow" />
    </Press>
  );
}

function Search({ onSearch }: { onSearch: (name: string) => void }) {
  const [text, setText] = useState('');

  return (
    <Field
      className="point-search"
      label={texts.post.search}
      placeholder={texts.post.searchPlaceholder}
      value={text}
      maxLength={limits.nameLength}
      onChange={setText}
    >
      <Press className="find-point" kind="quiet" onPress={() => onSearch(text.trim())}>
        {texts.post.find}
      </Press>
    </Field>
  );
}

function Chosen({ point, onChange }: { point: Desk['point']; onChange: () => void }) {
  return (
    <View className="chosen-point">
      <View className="point-line__text">
        <View className="point-line__name">{point.name}</View>
        <View className="point-line__address">{point.address}</View>
      </View>
      <Press className="change-point" kind="quiet" onPress={onChange}>
        {texts.post.change}
      </Press>
    </View>
  );
}

/** 监测点: one of the points that were given to the guard. */
export function PointChoice({ chosen, error, onChoose }: Props) {
  const [name, setName] = useState('');
  const [hasSearched, setSearched] = useState(false);
  const { points, hasMore, error: failure, retry } = usePoints(!chosen, name);

  const search = (wanted: string) => {
    setName(wanted);
    setSearched(true);
  };
  const isEmpty = points?.length === 0;

  return (
    <View className="field point-choice">
      <View className="field__label">{texts.post.point}</View>
      {chosen ? (
        <Chosen point={chosen} onChange={() => onChoose(undefined)} />
      ) : (
        <View className="card point-card">
          {(hasMore || hasSearched) && <Search onSearch={search} />}
          {!points && !failure && <Loading />}
          {failure && (
            <View className="problem">
              {sentenceOf(failure)}
              <Press className="retry" kind="secondary" onPress={retry}>
                {shared.retry}
              </Press>
            </View>
          )}
          {isEmpty && (
            <View className="card__text">{hasSearched ? texts.post.nothingFound : texts.post.nothing}</View>
          )}
          {points?.map((point) => (
            <Line key={point.id} point={point} onChoose={() => onChoose(point)} />
          ))}
          {hasMore && <View className="footnote">{texts.post.more}</View>}
        </View>
      )}
      {error && (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  );
}
