/** Requests that this page itself has made since it was opened. */
export interface RequestCounts {
  /** To the address the page came from. */
  readonly own: number;
  /** To anywhere else. */
  readonly others: number;
}

/**
 * Reports the counts now and whenever they change; returns a function that stops. Only the page's
 * own requests are in the browser's list: what workers ask for is not, and is held back by the
 * Content Security Policy they inherit instead of being counted here.
 */
export function watchRequests(report: (counts: RequestCounts) => void): () => void {
  let counts: RequestCounts = { own: 0, others: 0 };
  report(counts);
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) counts = counted(counts, name, location.origin);
    report(counts);
  });
  observer.observe({ type: 'resource', buffered: true });
  return () => observer.disconnect();
}

/** The counts with one more request. A `data:` address is no request. */
export function counted(counts: RequestCounts, address: string, origin: string): RequestCounts {
  const url = new URL(address, origin);
  if (url.protocol === 'data:') return counts;
  return url.origin === origin
    ? { ...counts, own: counts.own + 1 }
    : { ...counts, others: counts.others + 1 };
}
