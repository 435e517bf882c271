import { parseHTML } from 'linkedom';

/** Does work that draws, with a document in the place of a page's. */
export async function withDocument<T>(work: () => Promise<T>): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  const { document } = parseHTML('<!DOCTYPE html><html><body></body></html>');
  Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
  try {
    return await work();
  } finally {
    if (before) Object.defineProperty(globalThis, 'document', before);
    else Reflect.deleteProperty(globalThis, 'document');
  }
}
