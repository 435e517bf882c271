/** What the service worker saw of the requests of the page and its workers. */
export interface RequestsSeen {
  readonly own: number;
  readonly others: number;
  /** Since when it has been counting: ISO date and time. */
  readonly since: string;
}

/** How long the service worker is waited for, in milliseconds. */
const patience = 2000;

/** Asks the service worker what it saw; null where none watches this page. */
export async function requestsSeen(): Promise<RequestsSeen | null> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<RequestsSeen | null>((tell) => {
    port1.onmessage = ({ data }) => tell(data as RequestsSeen);
    setTimeout(() => tell(null), patience);
  });
  worker.postMessage('requests seen', [port2]);
  return answer;
}
