import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the demo printed, for people on the start page and for programs in `var/demo.json`. */
export interface DemoFile {
  url: string;
  accounts: {
    role: string;
    title: string;
    phone: string;
    password?: string;
    smsCode?: string;
    where: string;
    /** What to type in on the way, for example a document to verify with. */
    hint?: string;
  }[];
  poster: { point: string; link: string };
}

function fileIn(varDir: string): string {
  return path.join(varDir, 'demo.json');
}

export function readDemoFile(varDir: string): DemoFile | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(varDir), 'utf8')) as DemoFile;
  } catch {
    return undefined;
  }
}

export function writeDemoFile(varDir: string, demo: DemoFile): void {
  writeFileSync(fileIn(varDir), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}
