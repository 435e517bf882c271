/**
 * Sections ask for their figures when the reader comes near them, so that the first are there at once. To
 * print, all of them must be there: this asks for the rest.
 */
class Everything {
  wanted = $state(false);
}

export const everything = new Everything();

/** Asks for every section and resolves when nothing in the page is on its way any more. */
export async function everythingShown(): Promise<void> {
  everything.wanted = true;
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const busy = document.querySelector('main [aria-busy=true], main progress, main .waiting');
    quiet = busy === null ? quiet + 1 : 0;
  }
}
