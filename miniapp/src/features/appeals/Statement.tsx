import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';

import type { Appeal } from '@anxing/contract/appeals';
import { limits } from '@anxing/contract/limits';

import { Press } from '../../components/Press';
import { TextBox } from '../../components/TextBox';
import { fieldText, type ApiError } from '../../lib/apiError';
import { aria } from '../../platform/aria';
import { useDraft, type Draft } from './drafts';
import { PictureField } from './PictureField';
import { texts } from './texts';
import { usePictures, type Pictures } from './usePictures';
import { useSubmission } from './useSubmission';

interface Props {
  about: string;
  /** Contested from the start. */
  rules?: string[];
  title: string;
  placeholder: string;
  submit: string;
  /** Above the text: what it is about. */
  renderAbove?: (draft: Draft, change: (parts: Partial<Draft>) => void) => ReactNode;
  /** Below a refusal: the way out of it. */
  renderWayOut?: (error: ApiError) => ReactNode;
  faultOf?: (draft: Draft) => string | undefined;
  send: (draft: Draft, pictures: string[]) => Promise<Appeal>;
  onSent: (appeal: Appeal) => void;
}

const noFault = () => undefined;

function busyText({ items }: Pictures): string {
  const index = items.findIndex(({ state }) => state === 'sending');

  return index < 0 ? texts.submitting : texts.sendingPicture(index + 1, items.length);
}

/** What the person says, with pictures: typed, kept as a draft, and sent as one. */
export function Statement({ about, rules = [], faultOf = noFault, ...props }: Props) {
  const { draft, change, drop } = useDraft(about, rules);
  const pictures = usePictures();
  const [isAgreed, setAgreed] = useState(false);
  const { problem, error, isBusy, submit } = useSubmission({
    pictures,
    faultOf: () => {
      const isUnagreed = pictures.items.length > 0 && !isAgreed;

      return (
        faultOf(draft) ??
        (draft.text.trim() ? undefined : texts.noText) ??
        (isUnagreed ? texts.notAgreed : undefined)
      );
    },
    send: async (ids) => {
      const appeal = await props.send(draft, ids);
      drop();

      return appeal;
    },
    onSent: props.onSent,
  });

  return (
    <>
      {props.renderAbove?.(draft, change)}
      <View className="card">
        <TextBox
          className="appeal-text"
          label={props.title}
          value={draft.text}
          maxLength={limits.appealLength}
          placeholder={props.placeholder}
          error={fieldText(error, 'text')}
          onChange={(text) => change({ text })}
        />
        <View className="form__hint">{texts.draftKept}</View>
        <PictureField
          pictures={pictures}
          isBusy={isBusy}
          isAgreed={isAgreed}
          onAgree={() => setAgreed(!isAgreed)}
        />
      </View>
      <View className="statement__end">
        {problem && (
          <View className="problem" {...aria({ role: 'alert' })}>
            {problem}
          </View>
        )}
        {error && props.renderWayOut?.(error)}
        <Press className="submit-appeal" isDisabled={isBusy} onPress={() => void submit()}>
          {isBusy ? busyText(pictures) : props.submit}
        </Press>
      </View>
    </>
  );
}
