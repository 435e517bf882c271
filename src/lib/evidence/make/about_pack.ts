import { markup, type Html } from '../../reports/html';
import type { Annex } from '../../reports/annex_html';
import { formatDate } from '../../ui/format';
import type { PackFacts } from './facts';

/** A figure of the report with the ids of its records. */
export interface NumberedRecords {
  readonly number: number;
  readonly ids: readonly string[];
}

/** What the pages of a pack say of the pack: whose it is, how to check it, what it rests on and where its records are. */
export function aboutPack(facts: PackFacts, records: readonly NumberedRecords[]): Annex {
  return {
    id: 'pack',
    title: 'About this pack',
    body: markup`<p>${facts.conditions}</p>
${sealHtml(facts)}<h3>How to check it</h3>
<p>Keep the .zip as it is, and open it on the Evidence page of Waymark or give it to Waymark’s verify command. Each checks every file, the chain of records and the seal, and names whatever was changed. The pages need no data for that and send nothing. This page is a copy for reading: what counts is the .zip it came in.</p>
<h3>The extracts, and the hash of each</h3>
${extractsHtml(facts)}<h3>Where the record of each figure is</h3>
<p>Each record stands in records.json under its name, with the statement, the values bound to it and the hashes of the extracts; its rows are in the files of the folder figures that have its name.</p>
<dl class="facts">${records.map(({ number, ids }) => markup`<dt><a href="#figure-${number}">Figure ${number}</a></dt><dd>${ids.join(', ')}</dd>\n`)}</dl>
<h3>What made it</h3>
<p>Waymark ${facts.appVersion} with ${facts.engine.name} ${facts.engine.version}. SHA-256 of the engine’s module: <code>${facts.engine.wasm_sha256}</code></p>
`,
  };
}

function sealHtml({ signer }: PackFacts): Html {
  if (signer === null)
    return markup`<p><strong>This pack is not sealed.</strong> Its files agree with each other, but nothing in it shows who made it.</p>
`;
  return markup`<p>Sealed with the key of ${signer.authority}. The fingerprint of the key is</p>
<p><code>${signer.fingerprint}</code></p>
<p>Compare it with the one that the authority gave you by another way, such as by telephone: anybody could make a key with this name.</p>
`;
}

function extractsHtml({ extracts }: PackFacts): Html {
  const rows = extracts.map(
    ({ name, table, rows, extracted, sha256 }) =>
      markup`<tr><th scope="row">${name}</th><td>${table.replaceAll('_', ' ')}</td><td class="number">${rows}</td><td>${extracted === null ? 'not said' : formatDate(extracted)}</td><td><code>${sha256}</code></td></tr>
`,
  );
  return markup`<p>No row of an extract is in the pack. With the extracts at hand, whoever holds them can see by the hash that they are the ones.</p>
<div class="scroll" role="region" tabindex="0" aria-label="The extracts and their hashes">
<table>
<caption>The extracts that were loaded</caption>
<thead><tr><th scope="col">File</th><th scope="col">Table</th><th scope="col">Rows</th><th scope="col">Extracted</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}
