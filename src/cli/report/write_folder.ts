import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RequestError } from '$lib/measures/request';
import type { FolderFile } from '$lib/reports/report_folder';

/** What an earlier report has left in its folder; a folder with anything else in it is somebody's. */
const ours = ['report.html', 'report.xlsx', 'report.ods', 'definition.json', 'figures', 'pictures'];

/**
 * Throws a `RequestError` when a report must not be put there: the folder holds other things than an earlier one.
 */
export async function mayReplace(folder: string): Promise<void> {
  const others = (await readdir(folder).catch(noneThere)).filter((name) => !ours.includes(name));
  if (others.length > 0)
    throw new RequestError(
      `The folder ${folder} holds other things than a report (${others[0] ?? ''}); name one of its own.`,
    );
}

function noneThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw new RequestError(`The folder to make cannot be read: ${error.message}.`);
}

/**
 * Writes files into a folder, which stands under its name only when it is whole: they are written beside it first.
 * An earlier report there is replaced. Throws a `RequestError` when they cannot be written.
 */
export async function writeFolder(folder: string, files: readonly FolderFile[]): Promise<void> {
  const target = resolve(folder);
  await mayReplace(target);
  try {
    await mkdir(dirname(target), { recursive: true });
    const beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    try {
      const whole = join(beside, 'new');
      for (const { path, content } of files) {
        const file = join(whole, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      await rename(target, join(beside, 'old')).catch(noneThere);
      await rename(whole, target);
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError(`The report cannot be written: ${(error as Error).message}.`);
  }
}
