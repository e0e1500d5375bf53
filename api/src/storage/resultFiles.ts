import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The files that background jobs make, in one folder that only its owner may read. Processes on several machines
 * need it on a shared volume: whichever is asked for the file must find it.
 */
export class ResultFiles {
  private readonly folder: string;

  constructor(varDir: string) {
    this.folder = path.resolve(varDir, 'files');
  }

  /** Where a file lies, or would. Names are made by us: the job and who holds it. */
  pathOf(name: string): string {
    return path.join(this.folder, path.basename(name));
  }

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Bytes of a file; undefined when there is none. */
  async sizeOf(name: string): Promise<number | undefined> {
    try {
      return (await stat(this.pathOf(name))).size;
    } catch {
      return undefined;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch {
      return [];
    }
  }
}
