/** Whether tests that are driven by miniprogram-automator alone run in the real DevTools. */
export const inDevTools = Boolean(process.env.WECHAT_DEVTOOLS_CLI);

/** What takes more than miniprogram-automator can do; with DevTools it is left out, and said to be. */
export function describeOnBench(name: string, tests: () => void): void {
  if (inDevTools) {
    console.warn(`left out, since DevTools have no such remote control: ${name}`);
  }
  (inDevTools ? describe.skip : describe)(`only on the bench: ${name}`, tests);
}
