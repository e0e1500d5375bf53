#!/usr/bin/env node
// Takes the place of the command-line tool of WeChat DevTools, which are not made for Linux: WECHAT_DEVTOOLS_CLI=<this file>
const { spawn } = require('node:child_process');
const path = require('node:path');

require('tsx/cjs');

const { readWishes } = require('./wishes.ts');

const args = process.argv.slice(2);
readWishes(args);
// The tool ends at once; DevTools go on without it.
const program = ['--require', require.resolve('tsx/cjs'), path.join(__dirname, 'devTools.ts'), ...args];
spawn(process.execPath, program, { detached: true, stdio: 'ignore' }).unref();
