import type { Attachment } from 'svelte/attachments';

/** Calls back once, when the element is within half a screen of what the reader sees. */
export function whenNear(come: () => void): Attachment<HTMLElement> {
  return (node) => {
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        come();
      },
      { rootMargin: '50% 0px' },
    );
    watch.observe(node);
    return () => watch.disconnect();
  };
}
