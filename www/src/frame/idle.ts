/** Waits until a page has better things behind it. */

/** Calls `act` when the page has loaded and is idle; never once `signal` says so, nor for readers who save data. */
export function whenIdle(act: () => void, signal: AbortSignal): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  // Safari has no requestIdleCallback.
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const wait = (): unknown => idle(() => signal.aborted || act());
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { signal, once: true });
}
