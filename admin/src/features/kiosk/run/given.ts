import type { Config } from '../../../lib/config';
import type { KioskApi } from '../api/kioskApi';
import type { DoorStore } from '../offline/doorStore';
import type { Tone } from '../sound/tones';
import type { Stand } from '../types';

/** What a door's desk works with. */
export interface KioskGiven {
  api: KioskApi;
  store: DoorStore;
  config: Config;
  stand: Stand;
  /** Who is signed in. */
  staffId: string;
  play: (tone: Tone) => void;
  /** He is not on duty here any more, and has to sign on first. */
  onOffDuty: (why: string) => void;
}
