/** Layers of api/src from top to bottom (docs/architecture): an import stays in its layer or goes down. */
const layers = [
  'main',
  'cli',
  'app',
  'demo',
  'routes',
  'web',
  'policies',
  'commands',
  'presenters',
  'jobs',
  'status',
  'context',
  'passages',
  'flow',
  'risk',
  'codes',
  'posters',
  'sheets',
  'privacy',
  'providers',
  'models',
  'storage',
  'base',
];

const migrationsNeed = ['storage', 'base'];

/** 'commands' of api/src/commands/issuePoster.ts, 'context' of api/src/context.ts, 'db' and 'migrations' of api/db. */
function layerOf(file) {
  const [, top, name, ...deeper] = file.split('/');
  if (top === 'db') {
    return /^migrations(\.|$)/.test(name) ? 'migrations' : 'db';
  }
  const layer = name.replace(/\.\w+$/, '');

  // Files beside app.ts that are no layer of their own build the app with it.
  return deeper.length === 0 && !layers.includes(layer) ? 'app' : layer;
}

function isBelowRoutes(layer) {
  return layers.indexOf(layer) > layers.indexOf('routes');
}

function databaseFault(from, to) {
  if (from === 'migrations') {
    return to === 'migrations' || migrationsNeed.includes(to)
      ? undefined
      : 'a migration must still run when the models have changed: it imports storage and base only';
  }
  if (from === 'db') {
    return to === 'db' || isBelowRoutes(to) ? undefined : `demo data imports layers below routes, not ${to}`;
  }

  return layers.indexOf(from) <= layers.indexOf('app')
    ? undefined
    : `only main, cli and app import api/db, not ${from}`;
}

/** Why one file of the API must not import another; undefined when it may. Paths from the checkout's root. */
export function apiFault(fromFile, toFile) {
  const [from, to] = [layerOf(fromFile), layerOf(toFile)];
  if ([from, to].some((layer) => ['db', 'migrations'].includes(layer))) {
    return databaseFault(from, to);
  }
  const unknown = [from, to].find((layer) => !layers.includes(layer));
  if (unknown) {
    return `${unknown} is not a layer of api/src: add it to scripts/lint/apiLayers.mjs at its height`;
  }

  return layers.indexOf(to) >= layers.indexOf(from)
    ? undefined
    : `imports go down only, and ${to} is above ${from}`;
}
