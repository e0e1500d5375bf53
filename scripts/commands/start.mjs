import { adviceFor } from '../lib/advice.mjs';
import { ensureBuilt } from '../lib/builds.mjs';
import { Fault } from '../lib/fault.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { checkPort } from '../lib/port.mjs';
import { Progress } from '../lib/progress.mjs';
import { runApi } from '../lib/server.mjs';
import { address, ensureDemoSecrets } from '../lib/serverSettings.mjs';

const help = `npm start: 安装、构建并运行全部程序 / installs, builds and runs everything on one port

  PORT=8081 npm start             另一个端口 / another port (default 8080)
  HOST=0.0.0.0 npm start          对其他设备开放 / reachable from other devices (default: this machine only)
  ANXING_MODE=production npm start
                                  生产模式 / production: needs ANXING_ORIGIN, DATABASE_URL, ANXING_SECRETS_FILE

第二次启动只需几秒。Ctrl-C 结束。
Only what has changed is built again. Ctrl-C ends it.`;

/** Faults of the file system carry a code, not a sentence. */
function explained(error) {
  const advice = error.code ? adviceFor(error.code) : '';

  return error.name === 'Fault' || !advice ? error : new Fault(error.message, advice);
}

async function prepare() {
  const progress = new Progress();
  const { port, host } = address();
  await checkPort(port, host);
  await ensureInstalled(progress);
  // The API takes a second; the other two share the processor's cores.
  await ensureBuilt('api', progress);
  await Promise.all([ensureBuilt('admin', progress), ensureBuilt('h5', progress)]);
  await ensureDemoSecrets(progress);
}

/** Refusals that the server has explained itself. */
const explainedCodes = [74, 75, 78];

async function serve() {
  const { code, wasAsked } = await runApi(['serve']);
  if (code === 0 || explainedCodes.includes(code)) {
    return code;
  }
  throw new Fault(
    wasAsked
      ? `服务未能正常结束 / The server was ended before it had finished (code ${code})`
      : `服务意外停止 / The server stopped by itself (code ${code})`,
    '上面的记录说明了原因；已确认的登记均已保存，可以重新启动。\n' +
      'The lines above say why. What was acknowledged is stored; it can be started again.',
    code,
  );
}

/** `npm start`. */
export async function main(args) {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);

    return 0;
  }
  if (args.length > 0) {
    throw new Fault(`不认识的参数 / Unknown argument: ${args[0]}`, 'npm start -- --help');
  }
  await prepare().catch((error) => {
    throw explained(error);
  });

  return serve();
}
