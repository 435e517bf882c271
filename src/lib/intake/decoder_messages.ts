import type { Batch, KnownAs, OpenedFile } from './decoder';
import type { FileReport, Finding } from './file_report';

/** What the page asks of the decoder's worker; each request gets one reply with its number. */
export type Request =
  | { readonly ask: 'start'; readonly wasm: string }
  | {
      readonly ask: 'open';
      readonly fileNo: number;
      readonly file: Blob;
      readonly name: string;
      readonly loaded: ReadonlySet<string>;
    }
  | { readonly ask: 'next' | 'stop' | 'report' | 'forget'; readonly fileNo: number }
  | { readonly ask: 'find'; readonly pseudonym: string }
  | { readonly ask: 'wipe' };

/** What a request is answered with; null when there is nothing to say, or no further batch. */
export type Answer = OpenedFile | Batch | FileReport | KnownAs | null;

export interface NumberedRequest {
  readonly id: number;
  readonly request: Request;
}

export type Reply =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly refused: Finding }
  | { readonly id: number; readonly failed: { readonly name: string; readonly message: string } };

/** The side of a worker or of a message channel that a decoder talks through. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
