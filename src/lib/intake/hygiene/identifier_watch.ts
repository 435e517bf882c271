import { refusal, type FileIdentity } from '../file_report';
import type { IdentifierKind } from '../../identifiers/identifier';
import { identifierIn } from './identifiers';

/** Looks at the distinct texts that a column yields while it is decoded. */
export class IdentifierWatch {
  private readonly seen: string[] = [];
  private checked = 0;

  constructor(
    private readonly identity: FileIdentity,
    private readonly column: string,
    private readonly except: readonly IdentifierKind[] = [],
  ) {}

  see(value: string): void {
    if (this.seen.length < 2000) this.seen.push(value);
  }

  /** @throws FileRefused when the texts seen so far look like identifiers */
  check(): void {
    if (this.checked === this.seen.length) return;
    this.checked = this.seen.length;
    const kind = identifierIn(this.seen, this.except);
    if (kind) {
      throw refusal('identifier_values', this.identity, {
        column: this.column,
        text: `They look like ${kind.label}.`,
      });
    }
  }
}
