import { device } from '../phone/device';
import type { ApiTable } from './call';

/** A player that makes no sound: what it would play is noted. */
class Player {
  src = '';

  play(): void {
    device.sounds.push(this.src);
  }

  stop(): void {
    this.src = '';
  }

  destroy(): void {
    this.stop();
  }
}

export const audioTable: ApiTable = { createInnerAudioContext: () => new Player() };
