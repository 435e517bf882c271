import type { CopiedTable } from './copied_table';

/** Something that a reader took out of the tab. */
export interface HandedOut {
  readonly how: 'exported' | 'copied';
  /** The name of the file, or what was copied. */
  readonly name: string;
  readonly content: Blob;
}

const told = new Set<(handedOut: HandedOut) => void>();

/** Tells of everything that is handed out from now on; what it returns ends that. */
export function onHandedOut(tell: (handedOut: HandedOut) => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

/** Hands a file made in the tab to the reader's downloads; nothing is sent anywhere. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this task; revoking at once would cancel the save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  for (const tell of told) tell({ how: 'exported', name, content });
}

/**
 * Puts text with figures on the clipboard. Rejects when the browser refuses.
 *
 * @param name what it is, for the log of the session
 */
export async function copyText(name: string, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  for (const tell of told) tell({ how: 'copied', name, content: new Blob([text]) });
}

/** The same of a table, which programs that know tables take as one. */
export async function copyTable(name: string, { text, html }: CopiedTable): Promise<void> {
  const plain = new Blob([text], { type: 'text/plain' });
  const asTable = new Blob([html], { type: 'text/html' });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': plain, 'text/html': asTable }),
  ]);
  for (const tell of told) tell({ how: 'copied', name, content: plain });
}

/** "Persistent absence by district" as "waymark-persistent-absence-by-district"; samples say so. */
export function fileStem(title: string, sample: boolean): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `waymark-${sample ? 'sample-' : ''}${words}`;
}
