import type { Batch, Decoder, KnownAs, NamedBlob, OpenedFile, OpenOptions } from './decoder';
import type { Answer, MessagePortLike, NumberedRequest, Reply, Request } from './decoder_messages';
import { FileRefused, type FileReport } from './file_report';

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A decoder that lives at the other side of a port, where `serveDecoder` answers. */
export class DecoderClient implements Decoder {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private ended: Error | null = null;

  /** @param onClose ends the other side */
  constructor(
    private readonly port: MessagePortLike,
    private readonly onClose: () => void,
  ) {
    port.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.settle(data));
  }

  /** Starts the decoder at the other side. @param wasm where parquet-wasm is to be fetched from */
  async start(wasm: string): Promise<void> {
    await this.ask({ ask: 'start', wasm });
  }

  async open(
    file: NamedBlob,
    fileNo: number,
    { signal, loaded = new Set() }: OpenOptions = {},
  ): Promise<OpenedFile> {
    signal?.throwIfAborted();
    const { name } = file;
    const opened = this.ask({ ask: 'open', fileNo, file, name, loaded });
    return (await this.unlessAborted(opened, fileNo, signal)) as OpenedFile;
  }

  async *batches(
    fileNo: number,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<Batch, void> {
    signal?.throwIfAborted();
    const next = () => this.ask({ ask: 'next', fileNo }) as Promise<Batch | null>;
    let coming = next();
    let ended = false;
    try {
      for (;;) {
        const batch = await this.unlessAborted(coming, fileNo, signal);
        if (!batch) {
          ended = true;
          return;
        }
        // One batch is decoded while the caller inserts this one.
        coming = next();
        yield batch;
      }
    } finally {
      if (!ended) {
        coming.catch(() => {});
        if (!this.ended) await this.ask({ ask: 'stop', fileNo });
      }
    }
  }

  async report(fileNo: number): Promise<FileReport> {
    return (await this.ask({ ask: 'report', fileNo })) as FileReport;
  }

  async forget(fileNo: number): Promise<void> {
    await this.ask({ ask: 'forget', fileNo });
  }

  async find(pseudonym: string): Promise<KnownAs> {
    return (await this.ask({ ask: 'find', pseudonym })) as KnownAs;
  }

  async wipe(): Promise<void> {
    await this.ask({ ask: 'wipe' });
  }

  close(): void {
    this.fail(new Error('The decoder was closed.'));
    this.onClose();
  }

  /** Rejects everything that is asked and will be asked: the other side is gone. */
  fail(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private ask(request: Request): Promise<Answer> {
    if (this.ended) return Promise.reject(this.ended);
    const id = this.nextId++;
    const message: NumberedRequest = { id, request };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.port.postMessage(message, []);
    });
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    this.waiting.delete(reply.id);
    if ('answer' in reply) waiting.resolve(reply.answer);
    else if ('refused' in reply) waiting.reject(new FileRefused(reply.refused));
    else {
      const error = new Error(reply.failed.message);
      error.name = reply.failed.name;
      waiting.reject(error);
    }
  }

  /** The answer, or the signal's reason at once; the other side is told to stop. */
  private async unlessAborted<Result>(
    answer: Promise<Result>,
    fileNo: number,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    if (!signal) return answer;
    let onAbort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
    });
    try {
      return await Promise.race([answer, aborted]);
    } catch (error) {
      answer.catch(() => {});
      if (signal.aborted && !this.ended) await this.ask({ ask: 'stop', fileNo });
      throw error;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }
}
