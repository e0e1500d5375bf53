import { useState, type ChangeEvent } from 'react';

import { decodePhoto } from './h5/decode';
import { useCamera } from './h5/useCamera';
import type { ViewfinderProps, ViewfinderTexts } from './Viewfinder';
import './viewfinder.scss';

interface UploadProps {
  texts: ViewfinderTexts;
  hasAlbum?: boolean;
  onText: (text: string) => void;
}

/** For phones whose camera the page may not use: a photograph of the poster does as well. */
function PhotoUpload({ texts, hasAlbum = false, onText }: UploadProps) {
  const [isUnreadable, setUnreadable] = useState(false);

  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [photo] = event.target.files ?? [];
    const text = photo && (await decodePhoto(photo));
    setUnreadable(Boolean(photo) && !text);
    if (text) {
      onText(text);
    }
  };

  return (
    <div className="viewfinder__upload">
      <label className="press press--secondary viewfinder__label">
        {texts.upload}
        <input
          className="viewfinder__file photo-input"
          type="file"
          accept="image/*"
          capture={hasAlbum ? undefined : 'environment'}
          onChange={(event) => void take(event)}
        />
      </label>
      {isUnreadable && (
        <div className="viewfinder__unreadable" role="alert">
          {texts.unreadable}
        </div>
      )}
    </div>
  );
}

/** The camera of the phone as a window onto the poster. */
export function Viewfinder({ isActive, texts, hasAlbum, onText }: ViewfinderProps) {
  const camera = useCamera(isActive, onText);
  const isRunning = camera.state === 'running';
  const problem = camera.state === 'running' || camera.state === 'starting' ? undefined : texts[camera.state];

  return (
    <div className="viewfinder-box">
      <div className={`viewfinder viewfinder--${camera.state}`}>
        <video ref={camera.video} className="viewfinder__video" playsInline muted aria-label={texts.aim} />
        {isRunning && <div className="viewfinder__frame" />}
        {camera.state === 'starting' && <div className="viewfinder__message">{texts.starting}</div>}
        {problem && (
          <div className="viewfinder__message" role="alert">
            {problem}
            <button type="button" className="viewfinder__retry" onClick={camera.retry}>
              {texts.retry}
            </button>
          </div>
        )}
        {camera.hasTorch && (
          <button
            type="button"
            className="viewfinder__torch torch"
            aria-pressed={camera.isTorchOn}
            onClick={camera.toggleTorch}
          >
            {camera.isTorchOn ? texts.torchOff : texts.torchOn}
          </button>
        )}
      </div>
      <div className="viewfinder__aim">{texts.aim}</div>
      <PhotoUpload texts={texts} hasAlbum={hasAlbum} onText={onText} />
    </div>
  );
}
