import { TestEnvironment } from 'jest-environment-node';

/** Under this name `screensNow.ts` leaves what tells what can be seen. */
export const screensName = 'tellScreens';

function addTo(error, words) {
  // An error of the test's own realm: `instanceof` does not know it.
  if (typeof error?.message === 'string') {
    const [before, after] = [error.message, `${error.message}\n${words}`];
    const stack = String(error.stack ?? '');
    error.message = after;
    error.stack = stack.includes(before) ? stack.replace(before, () => after) : `${after}\n${stack}`;
  }
}

/** Node as usual; a test that fails says what could be seen on its screens then. */
export default class ScreenEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    const tell = this.global[screensName];
    if (event.name === 'test_fn_failure' && tell) {
      addTo(event.error, await tell());
    }
  }
}
