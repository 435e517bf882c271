import { engineProgramUrl } from './engine_program';

/** The bytes of the engine's module, from where the engine has it. Rejects when they cannot be had. */
export async function engineModule(): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(engineProgramUrl());
  if (!answer.ok) throw new Error(`The engine’s module cannot be read (${answer.status}).`);
  return new Uint8Array(await answer.arrayBuffer());
}
