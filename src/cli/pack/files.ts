import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { RequestError } from '$lib/measures/request';

/** The content of a file. Throws a `RequestError` that says what it was for. */
export async function contentOf(file: string, what: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return Uint8Array.from(await readFile(file));
  } catch (error) {
    throw new RequestError(`The ${what} ${file} cannot be read: ${(error as Error).message}.`);
  }
}

/** A passphrase out of its file, without the line end that editors add. */
export async function passphraseIn(file: string): Promise<string> {
  const text = new TextDecoder().decode(await contentOf(file, 'file of the passphrase'));
  return text.replace(/\r?\n$/, '');
}

/** Writes a file that stands under its name only when it is whole. */
export async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const beside = `${file}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw new RequestError(`${file} cannot be written: ${(error as Error).message}.`);
  }
}

/** Writes a file where there is none yet: a key that is written over is lost for good. */
export async function writeNew(file: string, content: Uint8Array, mode: number): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx', mode });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new RequestError(
      code === 'EEXIST'
        ? `There is a file ${file} already, and a key must not be written over. Choose another name.`
        : `${file} cannot be written: ${message}.`,
    );
  }
}
