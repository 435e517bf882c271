/** What came out of a drop or a picker. */
export interface ChosenFiles {
  readonly files: readonly File[];
  /** Files of a folder that are no extracts by their name, such as a README; they were left aside. */
  readonly leftAside: number;
}

/** Whether a file of a folder is to be tried: extracts are Parquet or CSV, and hidden files are neither. */
export function looksLikeExtract(name: string): boolean {
  return !name.startsWith('.') && /\.(parquet|parq|pq|csv)$/i.test(name);
}

/**
 * The files of a drop. A file that was dropped itself is always taken, so that its refusal can say what
 * is wrong with it; out of a folder only extracts are.
 */
export async function filesOfDrop(transfer: DataTransfer): Promise<ChosenFiles> {
  // Entries can only be asked for while the event lasts, so all are asked for before the first wait.
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: File[] = [];
  let leftAside = 0;
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) {
      const inside = await filesOfFolder(entry as FileSystemDirectoryEntry);
      const extracts = inside.filter(({ name }) => looksLikeExtract(name));
      leftAside += inside.length - extracts.length;
      files.push(...extracts);
    } else if (file) files.push(file);
  }
  return { files, leftAside };
}

/** The files of a folder chosen with a picker, less those that are no extracts. */
export function extractsAmong(chosen: readonly File[]): ChosenFiles {
  const files = chosen.filter(({ name }) => looksLikeExtract(name));
  return { files, leftAside: chosen.length - files.length };
}

async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  for (;;) {
    // A reader answers at most a hundred entries at a time, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return files;
    for (const entry of entries) {
      if (entry.isDirectory) {
        files.push(...(await filesOfFolder(entry as FileSystemDirectoryEntry)));
      } else {
        files.push(
          await new Promise<File>((resolve, reject) =>
            (entry as FileSystemFileEntry).file(resolve, reject),
          ),
        );
      }
    }
  }
}
