/** Hands a file made in the tab to the reader's downloads; nothing is sent anywhere. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this task; revoking at once would cancel the save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** "Persistent absence by district" as "waymark-persistent-absence-by-district"; samples say so. */
export function fileStem(title: string, sample: boolean): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `waymark-${sample ? 'sample-' : ''}${words}`;
}
