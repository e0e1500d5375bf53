// Parsed by Nodes that are too old for everything else: the command itself is loaded after the check.
import { nodeVersionSentence } from './nodeVersion.mjs';

function report(error) {
  // A Fault is written for people; anything else is our own mistake and needs its stack.
  if (error && error.name === 'Fault') {
    console.error('\n✗ ' + error.message);
    if (error.advice) {
      console.error('  → ' + error.advice.split('\n').join('\n    '));
    }
  } else {
    console.error(error);
  }
  process.exitCode = (error && error.exitCode) || 1;
}

/** Runs `main(args)` of the module that `load` brings, once Node is new enough; its number is the exit code. */
export function launch(load) {
  const sentence = nodeVersionSentence(process.versions.node);
  if (sentence) {
    console.error(sentence);
    process.exitCode = 1;
    return;
  }
  load()
    .then((command) => command.main(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code || 0;
    })
    .catch((error) => import('./explained.mjs').then((lib) => report(lib.explained(error))));
}
