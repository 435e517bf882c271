/** Puts the address of the view on the clipboard; answers what came of it, in a sentence. */
export async function copyLink(): Promise<string> {
  try {
    await navigator.clipboard.writeText(location.href);
    return 'Link copied.';
  } catch {
    return 'Copy the address from the address bar instead.';
  }
}

/** Prints the page. Where it has a button for that, it knows what must be brought in first. */
export function printPage(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button')];
  const own = buttons.find((button) => button.textContent?.trim() === 'Print');
  if (own) own.click();
  else window.print();
}
