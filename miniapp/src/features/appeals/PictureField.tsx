import { View } from '@tarojs/components';

import { limits } from '@anxing/contract/limits';

import { CheckLine } from '../../components/CheckLine';
import { Press } from '../../components/Press';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { PictureButton } from '../../platform/PictureButton';
import { texts } from './texts';
import { Thumbnail } from './Thumbnail';
import type { Picture, Pictures } from './usePictures';
import './pictures.scss';

interface TileProps {
  picture: Picture;
  index: number;
  isBusy: boolean;
  pictures: Pictures;
}

function Tile({ picture, index, isBusy, pictures }: TileProps) {
  const { key, picked, state, fault } = picture;
  const previews = pictures.items.map((each) => each.picked.preview);

  return (
    <View className="picture">
      <Thumbnail
        className={`picture__frame picture__frame--${state}`}
        src={picked.preview}
        index={index}
        all={previews}
        state={texts.pictureStates[state]}
      >
        {state !== 'ready' && <View className="picture__state">{texts.pictureStates[state]}</View>}
      </Thumbnail>
      {fault && (
        <View className="picture__fault" {...aria({ role: 'alert' })}>
          {fault}
        </View>
      )}
      {state === 'failed' && (
        <Press
          className="picture__again"
          kind="quiet"
          label={texts.againLabel(index)}
          isDisabled={isBusy}
          onPress={() => void pictures.send(picture)}
        >
          {texts.again}
        </Press>
      )}
      {!isBusy && (
        <Press
          className="picture__remove"
          kind="quiet"
          label={texts.removeLabel(index)}
          onPress={() => pictures.remove(key)}
        >
          {texts.remove}
        </Press>
      )}
    </View>
  );
}

interface Props {
  pictures: Pictures;
  isBusy: boolean;
  isAgreed: boolean;
  onAgree: () => void;
}

/** Pictures as proof: chosen, looked at, removed, sent; and what they are for, before any leaves the phone. */
export function PictureField({ pictures, isBusy, isAgreed, onAgree }: Props) {
  const { items, fault, add } = pictures;
  const left = limits.evidenceFiles - items.length;

  return (
    <View className="pictures">
      <View className="field__label">{texts.pictures}</View>
      <View className="form__hint">{texts.picturesHint(limits.evidenceFiles)}</View>
      <View className="pictures__grid">
        {items.map((picture, index) => (
          <Tile key={picture.key} picture={picture} index={index + 1} isBusy={isBusy} pictures={pictures} />
        ))}
        {left > 0 && !isBusy && (
          <View className="picture">
            <View className="picture__frame">
              <PictureButton label={texts.addPicture} count={left} onPick={add} />
            </View>
          </View>
        )}
      </View>
      {fault && (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {texts.faults[fault]}
        </View>
      )}
      <View className="pictures__purpose">{texts.purpose}</View>
      {items.length > 0 && (
        <CheckLine
          className="agree-pictures"
          isChecked={isAgreed}
          label={texts.agree}
          checkedLabel={shared.checked}
          onToggle={onAgree}
        />
      )}
    </View>
  );
}
