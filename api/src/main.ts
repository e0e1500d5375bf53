import { runAudit } from './cli/audit';
import { runCheckSettings } from './cli/checkSettings';
import { fileTrouble } from './cli/fileTrouble';
import { runExplain } from './cli/explain';
import { runMigrate } from './cli/migrate';
import { runOperator } from './cli/operator';
import { runServe } from './cli/serve';
import { StartRefused } from './base/errors';

const commands: Record<string, (args: string[]) => Promise<number>> = {
  serve: runServe,
  migrate: runMigrate,
  operator: runOperator,
  audit: runAudit,
  explain: runExplain,
  'check-settings': runCheckSettings,
};

async function main([name = 'serve', ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (!command) {
    console.error(`没有该命令 / No such command: ${name}. ${Object.keys(commands).join(', ')}`);

    return 64;
  }
  try {
    return await command(args);
  } catch (error) {
    const refusal = error instanceof StartRefused ? error : fileTrouble(error);
    if (refusal) {
      console.error(refusal.message);

      return refusal.exitCode;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
