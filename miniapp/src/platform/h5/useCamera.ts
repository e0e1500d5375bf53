import { useCallback, useEffect, useRef, useState } from 'react';

import {
  closeCamera,
  hasTorch,
  openCamera,
  problemOf,
  readFrom,
  switchTorch,
  type CameraProblem,
} from './camera';

type Phase = { state: 'starting' } | { state: 'running'; stream: MediaStream } | { state: CameraProblem };

/** Runs the camera behind a video element, and reads from it, while it is wanted. */
export function useCamera(isActive: boolean, onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [phase, setPhase] = useState<Phase>({ state: 'starting' });
  const [isTorchOn, setTorchOn] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const report = useRef(onText);
  report.current = onText;

  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    let isWanted = true;
    let stop: (() => void) | undefined;

    const start = async () => {
      const stream = await openCamera();
      const stopReading = video.current && readFrom(video.current, (text) => report.current(text));
      stop = () => {
        stopReading?.();
        closeCamera(stream);
      };
      if (!isWanted || !video.current) {
        stop();

        return;
      }
      video.current.srcObject = stream;
      await video.current.play().catch(() => undefined);
      setPhase({ state: 'running', stream });
    };
    setPhase({ state: 'starting' });
    start().catch((cause: unknown) => setPhase({ state: problemOf(cause) }));

    return () => {
      isWanted = false;
      stop?.();
      setTorchOn(false);
    };
  }, [isActive, attempt]);

  const stream = phase.state === 'running' ? phase.stream : undefined;
  const toggleTorch = useCallback(() => {
    if (stream) {
      setTorchOn(!isTorchOn);
      void switchTorch(stream, !isTorchOn).catch(() => setTorchOn(false));
    }
  }, [stream, isTorchOn]);

  return {
    video,
    state: phase.state,
    hasTorch: stream !== undefined && hasTorch(stream),
    isTorchOn,
    toggleTorch,
    retry: () => setAttempt((before) => before + 1),
  };
}
