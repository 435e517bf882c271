import { monthsBetween, type Months } from '../view/months';
import { bandsOf, isOverMonths, monthBrush, monthsAcross, type Band } from './month_brush';
import type { Picture } from './picture';

/** How far a pointer moves before it is a drag and no click, in CSS pixels. */
const leastDrag = 8;

/** Choosing months on one picture, by dragging across it or from the keyboard. Made while a component is set up. */
export class Brushing {
  readonly #brush = monthBrush();
  readonly #picture: () => Picture | null;
  #pressedAt: number | null = null;
  /** The month from which the keyboard extends what is chosen. */
  #anchor: string | null = null;
  #dragged = $state<Months | null>(null);

  constructor(picture: () => Picture | null) {
    this.#picture = picture;
  }

  /** Whether months can be chosen here. */
  readonly possible = $derived.by(
    () => this.#brush !== undefined && isOverMonths(this.#picture()?.marks ?? []),
  );

  /** What is chosen, or would be if the pointer were let go now. */
  readonly bands: readonly Band[] = $derived.by(() => {
    const months = this.#dragged ?? this.#brush?.chosen ?? null;
    const picture = this.#picture();
    return !this.possible || months === null || picture === null
      ? []
      : bandsOf(picture.marks, months);
  });

  /** The pointer goes down at `x` of the picture. */
  press(x: number): void {
    this.#pressedAt = this.possible ? x : null;
    this.#dragged = null;
  }

  /** The pointer moves to `x`; answers whether it drags. */
  drag(x: number): boolean {
    const picture = this.#picture();
    if (this.#pressedAt === null || picture === null) return false;
    if (this.#dragged !== null || Math.abs(x - this.#pressedAt) >= leastDrag)
      this.#dragged = monthsAcross(picture.marks, this.#pressedAt, x);
    return this.#dragged !== null;
  }

  /** The pointer is let go; answers whether months were chosen by it, so that it was no click. */
  release(): boolean {
    const months = this.#dragged;
    this.cancel();
    if (months !== null) this.#brush?.choose(months);
    return months !== null;
  }

  /** Drops what is being dragged; answers whether there was anything. */
  cancel(): boolean {
    const dragging = this.#dragged !== null;
    this.#pressedAt = null;
    this.#dragged = null;
    return dragging;
  }

  /** The keyboard goes from one month to another: with Shift it chooses all it passed. Answers what is chosen. */
  extend(from: string | undefined, to: string | undefined, withShift: boolean): Months | null {
    if (!withShift || !this.possible || to === undefined) {
      this.#anchor = null;
      return null;
    }
    this.#anchor ??= from ?? to;
    const months = monthsBetween(this.#anchor, to);
    this.#brush?.choose(months);
    return months;
  }
}
