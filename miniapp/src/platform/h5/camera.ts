import { decodeQr } from './decode';

export type CameraProblem = 'denied' | 'missing' | 'unsupported';

interface TorchCapabilities extends MediaTrackCapabilities {
  torch?: boolean;
}

/** The lamp is not in the DOM's own types yet. */
interface TorchConstraints extends MediaTrackConstraintSet {
  torch: boolean;
}

/** ms between looks at the picture: quick enough for a person, easy on the battery. */
const interval = 140;

/** @throws CameraProblem as the message of an Error */
export async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new Error('unsupported' satisfies CameraProblem);
  }

  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

export function problemOf(cause: unknown): CameraProblem {
  const { name, message } = cause instanceof Error ? cause : { name: '', message: '' };
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return 'denied';
  }

  return message === 'unsupported' ? 'unsupported' : 'missing';
}

export function closeCamera(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}

export function hasTorch(stream: MediaStream): boolean {
  const capabilities: TorchCapabilities | undefined = stream.getVideoTracks()[0]?.getCapabilities?.();

  return capabilities?.torch ?? false;
}

export async function switchTorch(stream: MediaStream, isOn: boolean): Promise<void> {
  const lamp: TorchConstraints = { torch: isOn };
  await stream.getVideoTracks()[0]?.applyConstraints({ advanced: [lamp] });
}

/**
 * Reads QR codes from a running video until it is told to stop; the same text is told once in two seconds.
 * @returns stops reading
 */
export function readFrom(video: HTMLVideoElement, onText: (text: string) => void): () => void {
  let isReading = true;
  let last = { text: '', at: 0 };
  let timer: number;

  const look = async () => {
    const isPlaying = video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth > 0;
    const text = isPlaying ? await decodeQr(video, video.videoWidth, video.videoHeight).catch(() => '') : '';
    if (!isReading) {
      return;
    }
    const isNew = text !== '' && (text !== last.text || Date.now() - last.at > 2_000);
    if (isNew) {
      last = { text, at: Date.now() };
      onText(text);
    }
    timer = window.setTimeout(() => void look(), interval);
  };
  void look();

  return () => {
    isReading = false;
    clearTimeout(timer);
  };
}
