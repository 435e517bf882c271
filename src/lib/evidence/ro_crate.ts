import type { Bytes } from './bytes';
import { canonicalJson, type Json } from './canonical_json';
import { PAYLOAD } from './bagit';
import type { Extract, PackFile } from './pack_file';

export const CRATE = 'data/ro-crate-metadata.json';
const FILE = CRATE.slice(PAYLOAD.length);

const formats: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/**
 * The metadata of the payload as an RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), whose root is `data/`: what the pack
 * is, its files, the extracts it was made from and the program that made it.
 *
 * @param payload the other files by their names in the bag
 */
export function roCrate(pack: PackFile, payload: ReadonlyMap<string, Bytes>): string {
  const files = [...payload].map(([name, content]) => fileEntity(name, content.length));
  const extracts = pack.extracts.map(extractEntity);
  const graph: Json[] = [
    {
      '@id': FILE,
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: pack.title,
      description: pack.sample
        ? `Evidence of ${pack.county}. SAMPLE DATA: everybody in it is invented.`
        : `Evidence of ${pack.county}.`,
      datePublished: pack.made,
      license: { '@id': '#conditions' },
      publisher: { '@id': '#county' },
      hasPart: files.map(reference),
      mentions: { '@id': '#making' },
    },
    { '@id': '#conditions', '@type': 'CreativeWork', name: pack.conditions },
    { '@id': '#county', '@type': 'Organization', name: pack.county },
    {
      '@id': '#waymark',
      '@type': 'SoftwareApplication',
      name: 'Waymark',
      softwareVersion: pack.app_version,
    },
    {
      '@id': '#making',
      '@type': 'CreateAction',
      instrument: { '@id': '#waymark' },
      object: extracts.map(reference),
      result: { '@id': './' },
      endTime: pack.made,
    },
    ...extracts,
    ...files,
  ];
  return canonicalJson({ '@context': 'https://w3id.org/ro/crate/1.1/context', '@graph': graph });
}

/** The names in the bag of the files that a crate lists; null when it is no such crate. */
export function crateFiles(crate: Json): ReadonlySet<string> | null {
  const graph = (crate as { readonly '@graph'?: Json })['@graph'];
  if (!Array.isArray(graph)) return null;
  const root = graph.find((entity) => entity?.['@id'] === './')?.hasPart as Json;
  if (!Array.isArray(root)) return null;
  return new Set(root.map((part) => `${PAYLOAD}${String(part?.['@id'])}`));
}

interface Entity {
  readonly '@id': string;
  readonly [name: string]: Json;
}

const reference = (entity: Entity): Json => ({ '@id': entity['@id'] });

function fileEntity(name: string, size: number): Entity {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return {
    '@id': name.slice(PAYLOAD.length),
    '@type': 'File',
    name: name.slice(name.lastIndexOf('/') + 1),
    encodingFormat: formats[ending] ?? 'text/plain',
    contentSize: String(size),
  };
}

/** An extract is named by its hash and not part of the crate. */
const extractEntity = ({ name, table, sha256, extracted }: Extract): Entity => ({
  '@id': `#extract-${sha256}`,
  '@type': 'CreativeWork',
  name,
  description: `Extract of the table ${table}, not part of this pack`,
  identifier: `sha256:${sha256}`,
  ...(extracted === null ? {} : { dateCreated: extracted }),
});
