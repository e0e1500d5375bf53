import { act } from '@testing-library/react';

/** What the stand-in for Taro answers to a request: the shape of a success, or a rejection. */
export type Network = (request: WireRequest) => unknown;

export interface WireRequest {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
  timeout: number;
}

type Listener = (payload?: unknown) => void;

const noNetwork: Network = () => Promise.reject({ errMsg: 'request:fail' });

/** The phone behind the stand-in for Taro: tests set it up, and look at what the app did with it. */
class Phone {
  storage = new Map<string, string>();
  network: Network = noNetwork;
  /** Paths of the pages that were asked for, with how. */
  moves: string[] = [];
  toasts: string[] = [];
  params: Record<string, string> = {};
  launchOptions: unknown = { query: {} };
  scanned: string | undefined;
  /** How the scanner was asked for. */
  scannerWishes: unknown;
  /** Paths in the album; choosing takes as many as are asked for. Empty: the person backs out. */
  album: string[] = [];
  /** Why the phone refuses to open the album. */
  albumRefusal: unknown;
  /** What is in the files of the phone, in base64. */
  files = new Map<string, string>();
  /** What pressing makes of a picture: another path. */
  compressed = new Map<string, string>();
  /** What the person says to a question. */
  confirms = true;
  /** Pictures that were shown in full. */
  previews: string[] = [];
  vibrations: ('short' | 'long')[] = [];
  /** Files that were played. */
  sounds: string[] = [];
  hasSound = true;
  /** Where the phone is; undefined: the person does not allow to know. */
  location: { latitude: number | string; longitude: number | string; accuracy: number | string } | undefined;
  downloads: { url: string; header?: Record<string, string> }[] = [];
  /** What is drawn on it is not kept. */
  canvas = { width: 0, height: 0, getContext: () => ({ fillStyle: '', fillRect: () => undefined }) };
  private listeners = new Map<string, Set<Listener>>();

  reset(): void {
    this.storage.clear();
    this.network = noNetwork;
    this.moves = [];
    this.toasts = [];
    this.params = {};
    this.launchOptions = { query: {} };
    this.scanned = undefined;
    this.scannerWishes = undefined;
    this.album = [];
    this.albumRefusal = undefined;
    this.files.clear();
    this.compressed.clear();
    this.confirms = true;
    this.previews = [];
    this.downloads = [];
    this.vibrations = [];
    this.sounds = [];
    this.hasSound = true;
    this.location = undefined;
    this.canvas.width = 0;
    this.listeners.clear();
  }

  listen(event: string, listener: Listener): () => void {
    const group = this.listeners.get(event) ?? new Set();
    group.add(listener);
    this.listeners.set(event, group);

    return () => group.delete(listener);
  }

  /** Page and app events: `didShow`, `didHide`, `pullDown`, `reachBottom`, `tabTap`, `pageNotFound`. */
  async tell(event: string, payload?: unknown): Promise<void> {
    await act(async () => {
      this.listeners.get(event)?.forEach((listener) => listener(payload));
    });
  }
}

export const phone = new Phone();
