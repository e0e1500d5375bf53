/** Tells the person at the terminal what is waited for; the output is for what was asked. */
export function say(sentence: string): void {
  console.error(sentence);
}
