import { View } from '@tarojs/components';
import { useState } from 'react';

import { Press } from '../../components/Press';
import { TextBox } from '../../components/TextBox';
import { usePageShown } from '../../lib/usePageShown';
import { aria } from '../../platform/aria';
import { hasPlatformScanner, scanWithPlatform } from '../../platform/scanner';
import { Viewfinder } from '../../platform/Viewfinder';
import { texts } from './texts';
import type { Merge } from './useMerge';

/** Characters of a code's content at most (contract `nationalCodeRequest`). */
const longest = 1_000;

interface Props {
  merge: Merge;
}

/** The camera of a browser runs only when it is asked for: the code may as well be on this very phone. */
function Camera({ merge }: Props) {
  const isShown = usePageShown();
  const [isOpen, setOpen] = useState(false);
  const see = (text: string) => {
    setOpen(false);
    void merge.read(text);
  };

  return (
    <>
      <Press className="camera-switch" isDisabled={merge.isBusy} onPress={() => setOpen(!isOpen)}>
        {isOpen ? texts.closeCamera : texts.openCamera}
      </Press>
      {isOpen && <Viewfinder isActive={isShown} texts={texts.viewfinder} hasAlbum onText={see} />}
    </>
  );
}

function Scanner({ merge }: Props) {
  const scan = async () => {
    const text = await scanWithPlatform({ hasAlbum: true });
    if (text) {
      await merge.read(text);
    }
  };

  return (
    <Press className="scan" isDisabled={merge.isBusy} onPress={() => void scan()}>
      {texts.scan}
    </Press>
  );
}

function Pasted({ merge }: Props) {
  const [text, setText] = useState('');
  const read = async () => {
    if (await merge.read(text.trim())) {
      setText('');
    }
  };

  return (
    <View className="pasted">
      <TextBox
        className="pasted__input"
        label={texts.paste}
        value={text}
        maxLength={longest}
        placeholder={texts.pastePlaceholder}
        onChange={setText}
      />
      <Press
        className="pasted__submit"
        kind="secondary"
        isDisabled={merge.isBusy || text.trim() === ''}
        onPress={() => void read()}
      >
        {texts.submit}
      </Press>
    </View>
  );
}

/** Reads the national code: by the platform's scanner, the camera of a browser, a picture of it, or its content. */
export function Reader({ merge }: Props) {
  const { error, isBusy, canRepeat, wait, repeat } = merge;

  return (
    <View className="card national-reader">
      <View className="card__title">{texts.read}</View>
      <View className="card__text">{texts.purpose}</View>
      {isBusy && (
        <View className="national-reader__busy" {...aria({ role: 'status', isLive: true })}>
          {texts.reading}
        </View>
      )}
      {error && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {error.message}
        </View>
      )}
      {canRepeat && (
        <Press
          className="merge-again"
          kind="secondary"
          isDisabled={isBusy || wait > 0}
          onPress={() => void repeat()}
        >
          {wait > 0 ? texts.againIn(wait) : texts.again}
        </Press>
      )}
      {hasPlatformScanner() ? <Scanner merge={merge} /> : <Camera merge={merge} />}
      <Pasted merge={merge} />
    </View>
  );
}
