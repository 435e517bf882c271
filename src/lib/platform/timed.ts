/** Leaves the time a step took in the browser's performance timeline, where `npm run bench` reads it. */
export async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(`waymark ${step}`, { start, end: performance.now() });
  }
}
