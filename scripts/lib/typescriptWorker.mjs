/** Loaded before a worker that runs from its source, as in tests: the worker and what it imports are TypeScript. */
const { register } = await import('tsx/esm/api');

register();
