type Reject = (trap: WebAssembly.RuntimeError) => void;

const waiting = new Set<Reject>();
let watching = false;

/**
 * Damaged pages can make parquet-wasm trap. It works in microtasks, where a trap settles no promise and
 * reaches nobody, so that a read would wait for ever; therefore microtasks are watched for traps. The
 * instance itself stays sound: only what it held for that read is lost.
 */
export function watchForTraps(): void {
  if (watching) return;
  watching = true;
  const queue = globalThis.queueMicrotask.bind(globalThis);
  globalThis.queueMicrotask = (task) =>
    queue(() => {
      try {
        task();
      } catch (error) {
        if (!(error instanceof WebAssembly.RuntimeError) || waiting.size === 0) throw error;
        // A trap does not say whose it is; with several reads under way all of them end.
        for (const reject of [...waiting]) reject(error);
      }
    });
}

/** What the decoder promised, or the trap it ran into. @throws WebAssembly.RuntimeError */
export async function unlessTrapped<Result>(promised: Promise<Result>): Promise<Result> {
  let reject: Reject = () => {};
  const trapped = new Promise<never>((_, rejectTrapped) => {
    reject = rejectTrapped;
  });
  waiting.add(reject);
  try {
    return await Promise.race([promised, trapped]);
  } finally {
    waiting.delete(reject);
  }
}
