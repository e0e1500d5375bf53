import { cutOff } from './cutOff.mjs';
import { forged } from './forged.mjs';
import { forgedHttp } from './forgedHttp.mjs';
import { freezeOneOfTwo } from './freezeOneOfTwo.mjs';
import { fullDisk } from './fullDisk.mjs';
import { killApi } from './killApi.mjs';
import { killDatabase } from './killDatabase.mjs';
import { killOneOfTwo } from './killOneOfTwo.mjs';
import { killRedis } from './killRedis.mjs';
import { lateReplay } from './lateReplay.mjs';
import { wrongClock } from './wrongClock.mjs';

export const allFaults = [
  killApi('sqlite'),
  killApi('mariadb'),
  killDatabase,
  killOneOfTwo,
  freezeOneOfTwo,
  killRedis,
  cutOff,
  fullDisk('sqlite'),
  fullDisk('mariadb'),
  wrongClock,
  lateReplay('sqlite'),
  lateReplay('mariadb'),
  forged,
  forgedHttp,
];
