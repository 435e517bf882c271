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
 * Content Security Policy they inherit instead of being counted here. The list has some of what the policy refused
 * too; that was never sent, and does not count.
 */
export function watchRequests(report: (counts: RequestCounts) => void): () => void {
  const asked: string[] = [];
  const refused = new Set<string>();
  const tell = (): void =>
    report(
      asked
        .filter((address) => !refused.has(address))
        .reduce((counts, address) => counted(counts, address, location.origin), none),
    );
  tell();
  const observer = new PerformanceObserver((list) => {
    asked.push(...list.getEntries().map(({ name }) => name));
    tell();
  });
  const hear = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (disposition !== 'enforce') return;
    refused.add(blockedURI);
    tell();
  };
  observer.observe({ type: 'resource', buffered: true });
  document.addEventListener('securitypolicyviolation', hear);
  return () => {
    observer.disconnect();
    document.removeEventListener('securitypolicyviolation', hear);
  };
}

const none: RequestCounts = { own: 0, others: 0 };

/** The counts with one more request. A `data:` address is no request. */
export function counted(counts: RequestCounts, address: string, origin: string): RequestCounts {
  const url = new URL(address, origin);
  if (url.protocol === 'data:') return counts;
  return url.origin === origin
    ? { ...counts, own: counts.own + 1 }
    : { ...counts, others: counts.others + 1 };
}
