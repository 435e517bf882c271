import type { Batch, Decoder, NamedBlob } from './decoder';
import type { Answer, MessagePortLike, NumberedRequest, Reply, Request } from './decoder_messages';
import { FileRefused } from './file_report';

/** A file that is being read: its batches so far asked for, and the way to stop it. */
interface Reading {
  readonly batches: AsyncGenerator<Batch, void>;
  readonly stop: AbortController;
}

/**
 * Answers the requests that arrive at a port with a decoder.
 * @param start makes the decoder, given where parquet-wasm is to be fetched from
 */
export function serveDecoder(
  port: MessagePortLike,
  start: (wasm: string) => Promise<Decoder>,
): void {
  let decoder: Decoder | null = null;
  const opening = new Map<number, AbortController>();
  const readings = new Map<number, Reading>();

  const answerTo = async (request: Request): Promise<Answer> => {
    if (request.ask === 'start') {
      decoder = await start(request.wasm);
      return null;
    }
    if (!decoder) throw new Error('The decoder was not started');
    switch (request.ask) {
      case 'open': {
        const stop = new AbortController();
        opening.set(request.fileNo, stop);
        try {
          // A Blob's own property does not survive the message, so the name travels beside it.
          const file = Object.defineProperty(request.file.slice(), 'name', { value: request.name });
          const { loaded } = request;
          return await decoder.open(file as NamedBlob, request.fileNo, {
            loaded,
            signal: stop.signal,
          });
        } finally {
          opening.delete(request.fileNo);
        }
      }
      case 'next':
        return nextBatch(decoder, readings, request.fileNo);
      case 'stop':
        opening.get(request.fileNo)?.abort();
        await stopReading(readings, request.fileNo);
        return null;
      case 'report':
        return decoder.report(request.fileNo);
      case 'forget':
        await stopReading(readings, request.fileNo);
        await decoder.forget(request.fileNo);
        return null;
      case 'find':
        return decoder.find(request.pseudonym);
      case 'wipe':
        for (const fileNo of readings.keys()) await stopReading(readings, fileNo);
        await decoder.wipe();
        return null;
    }
  };

  port.addEventListener('message', ({ data }: MessageEvent<NumberedRequest>) => {
    const { id, request } = data;
    const reply = (message: Reply, transfer: Transferable[] = []) =>
      port.postMessage(message, transfer);
    answerTo(request).then(
      (answer) => {
        const isBatch = answer !== null && 'ipc' in answer;
        reply({ id, answer }, isBatch ? [answer.ipc.buffer as ArrayBuffer] : []);
      },
      (error: unknown) => {
        if (error instanceof FileRefused) reply({ id, refused: error.finding });
        else if (error instanceof Error) {
          reply({ id, failed: { name: error.name, message: error.message } });
        } else reply({ id, failed: { name: 'Error', message: 'The decoder failed' } });
      },
    );
  });
}

async function nextBatch(
  decoder: Decoder,
  readings: Map<number, Reading>,
  fileNo: number,
): Promise<Batch | null> {
  let reading = readings.get(fileNo);
  if (!reading) {
    const stop = new AbortController();
    reading = { stop, batches: decoder.batches(fileNo, { signal: stop.signal }) };
    readings.set(fileNo, reading);
  }
  const { value } = await reading.batches.next();
  if (!value) readings.delete(fileNo);
  return value ?? null;
}

async function stopReading(readings: Map<number, Reading>, fileNo: number): Promise<void> {
  const reading = readings.get(fileNo);
  if (!reading) return;
  readings.delete(fileNo);
  reading.stop.abort();
  await reading.batches.return().catch(() => {});
}
