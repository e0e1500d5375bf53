import automator from 'miniprogram-automator';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';

import type { Phone } from '../node/phone';

/** Opens an app, plainly, where miniprogram-automator can reach it. */
export interface Opener {
  open(): Promise<MiniProgram>;
  /** Closes the app and opens it cold; what it stored is still there. */
  reopen(open: MiniProgram): Promise<MiniProgram>;
  close(open: MiniProgram): Promise<void>;
}

/** ms until DevTools answer; they are a large program. */
const patience = 60_000;

/**
 * The real DevTools.
 * @param cliPath their command-line tool
 */
export function devTools(cliPath: string, projectPath: string): Opener {
  const open = () => automator.launch({ cliPath, projectPath, trustProject: true, timeout: patience });

  return {
    open,
    reopen: async (miniProgram) => {
      await miniProgram.close();

      return open();
    },
    close: (miniProgram) => miniProgram.close(),
  };
}

/** The bench's phone, with no more said to it than DevTools understand. */
export function benchPhone(phone: Phone): Opener {
  const connect = () => automator.connect({ wsEndpoint: phone.endpoint });

  return {
    open: async () => {
      await phone.switchOn();

      return connect();
    },
    reopen: async (miniProgram) => {
      miniProgram.disconnect();
      await phone.restart({});

      return connect();
    },
    close: async (miniProgram) => {
      miniProgram.disconnect();
      await phone.switchOff();
    },
  };
}
