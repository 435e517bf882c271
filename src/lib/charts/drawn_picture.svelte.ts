import { painted } from '../platform/painted';
import type { Draw, Picture } from './picture';

/**
 * A picture that is drawn anew whenever its figures or its width change. Figures in words and tables are painted
 * first; a drawing that is out of date by then is never begun, so that a key held down leaves no queue of them.
 * Made while a component is set up.
 */
export class DrawnPicture {
  /** The picture as last drawn; null before the first. */
  picture = $state.raw<Picture | null>(null);
  /** Why it could not be drawn, in words. */
  failed = $state<string | null>(null);

  /** @param width in CSS pixels; nothing is drawn while it is null */
  constructor(
    draw: () => Draw,
    width: () => number | null,
    ondrawn: (picture: Picture) => void = () => {},
  ) {
    let first = true;
    $effect(() => {
      const drawNow = draw();
      const at = width();
      if (at === null) return;
      let wanted = true;
      const turn = first ? Promise.resolve() : painted();
      first = false;
      void turn
        .then(() => (wanted ? drawNow(at) : null))
        .then(
          (drawn) => {
            if (!wanted || drawn === null) return;
            drawn.svg.setAttribute('aria-hidden', 'true');
            drawn.svg.setAttribute('viewBox', `0 0 ${drawn.width} ${drawn.height}`);
            this.picture = drawn;
            this.failed = null;
            ondrawn(drawn);
          },
          (error: unknown) => {
            this.failed = error instanceof Error ? error.message : String(error);
          },
        );
      return () => (wanted = false);
    });
  }
}
