/** How to call the npm that called us, or else the one in the PATH: [program, first arguments]. */
export function npm() {
  const script = process.env.npm_execpath;

  return script?.endsWith('npm-cli.js') ? [process.execPath, [script]] : ['npm', []];
}
