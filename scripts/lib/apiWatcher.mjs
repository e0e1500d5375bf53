import { apiProgram } from './apiProgram.mjs';
import { apiBuildOptions } from './buildApi.mjs';
import { signalTree, start, stop } from './children.mjs';
import { prefixed } from './prefixed.mjs';
import { root } from './root.mjs';

function startServer() {
  const child = start(process.execPath, apiProgram('serve'), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  return prefixed('api', 0, child);
}

async function showErrors(errors) {
  const { formatMessages } = await import('esbuild');
  const texts = await formatMessages(errors, { kind: 'error', color: Boolean(process.stdout.isTTY) });
  console.log(texts.join('\n'));
}

/** Replaces the server after each good build; a broken build leaves the old one running. */
function restarter() {
  let server;
  let turn = Promise.resolve();
  const restart = async () => {
    if (server) {
      await stop(server);
    }
    server = startServer();
  };

  return {
    plugin: {
      name: 'restart',
      setup(build) {
        build.onEnd(({ errors }) => {
          turn = turn.then(() => (errors.length > 0 ? showErrors(errors) : restart()));
        });
      },
    },
    end: () => server && signalTree(server, 'SIGTERM'),
  };
}

/** Bundles the API on every change and runs it. Returns a function that ends both. */
export async function watchApi() {
  const { context } = await import('esbuild');
  const { plugin, end } = restarter();
  const options = apiBuildOptions();
  const watching = await context({ ...options, plugins: [...options.plugins, plugin] });
  await watching.watch();

  return async () => {
    await watching.dispose();
    end();
  };
}
