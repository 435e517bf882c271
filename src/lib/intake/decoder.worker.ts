import { decoderHere } from './decoder_here';
import type { MessagePortLike } from './decoder_messages';
import { serveDecoder } from './decoder_server';

serveDecoder(globalThis as unknown as MessagePortLike, decoderHere);
