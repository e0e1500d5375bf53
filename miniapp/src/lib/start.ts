import { prepareFrame } from '../platform/frame';
import { sendAllWaiting } from './checkIns';
import { loadConfig } from './config';
import { queue } from './checkInQueue';
import { noteEntrance } from './entrance';
import { replacePage } from './navigation';
import { online, startNetworkWatch } from './network';
import { sendLate } from './staff/sendLate';
import { texts } from './texts';

/** ms between attempts while check-ins wait and the phone does not tell of a network. */
const retryInterval = 20_000;

function catchUp(): void {
  void sendLate();
  if (queue.get().waiting.length > 0) {
    void sendAllWaiting();
  }
}

/** Once, when the program starts. */
export function startApp(options: unknown): void {
  prepareFrame(texts.frame);
  noteEntrance(options);
  startNetworkWatch();
  online.subscribe(() => {
    if (online.get()) {
      catchUp();
    }
  });
  setInterval(catchUp, retryInterval);
  loadConfig().catch(() => undefined);
}

/** Each time the program comes to the front, the first included. */
export function showApp(options: unknown): void {
  noteEntrance(options);
  catchUp();
}

/** When the address leads to no page. */
export function showMissing(): void {
  void replacePage('missing');
}
