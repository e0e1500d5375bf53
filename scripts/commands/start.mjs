import { isStale } from '../lib/buildRecord.mjs';
import { ensureBuilt } from '../lib/builds.mjs';
import { Fault } from '../lib/fault.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { checkPort } from '../lib/port.mjs';
import { Progress } from '../lib/progress.mjs';
import { inRoot } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { runApi } from '../lib/server.mjs';
import { address, checkProcesses, ensureDemoSecrets } from '../lib/serverSettings.mjs';

const help = `npm start: 安装、构建并运行全部程序 / installs, builds and runs everything on one port

  PORT=8081 npm start             另一个端口 / another port (default 8080)
  HOST=0.0.0.0 npm start          对其他设备开放 / reachable from other devices (default: this machine only)
  npm start -- --processes 2      多个进程 / several processes: needs DATABASE_URL=mysql://… and REDIS_URL
  ANXING_MODE=production npm start
                                  生产模式 / production: needs ANXING_ORIGIN, DATABASE_URL, ANXING_SECRETS_FILE
                                  npm run check 检查这些设置 / npm run check looks at them and starts nothing

第二次启动只需几秒。Ctrl-C 结束。
Only what has changed is built again. Ctrl-C ends it.`;

const pages = ['admin', 'h5'];

/** What the server would refuse after minutes of building, it refuses here, in its own words. */
async function checkSettings() {
  const { code, output } = await run(process.execPath, [inRoot('api/dist/main.js'), 'check-settings']);
  if (code !== 0) {
    throw new Fault(
      output.trimEnd(),
      '改好后可先运行 npm run check / npm run check tells within seconds whether they will do now',
      code,
    );
  }
}

async function prepare() {
  const progress = new Progress();
  const { port, host } = address();
  await checkPort(port, host);
  await ensureInstalled(progress);
  // The API takes a second; the other two take longer and share the processor's cores.
  await ensureBuilt('api', progress);
  await ensureDemoSecrets(progress);
  if (pages.some(isStale)) {
    await checkSettings();
  }
  await Promise.all(pages.map((name) => ensureBuilt(name, progress)));
}

/** Refusals that the server has explained itself. */
const explainedCodes = [74, 75, 76, 78];

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

/** What the command line says, as environment of the server. */
function settingsFrom([name, value, ...more]) {
  if (name === undefined) {
    return {};
  }
  if (name !== '--processes' || more.length > 0) {
    throw new Fault(`不认识的参数 / Unknown argument: ${more[0] ?? name}`, 'npm start -- --help');
  }

  return { ANXING_PROCESSES: value ?? 'none' };
}

/** `npm start`. */
export async function main(args) {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);

    return 0;
  }
  Object.assign(process.env, settingsFrom(args));
  checkProcesses();
  await prepare();

  return serve();
}
