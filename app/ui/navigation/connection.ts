/** Whether something is waiting for the network to come back, for React's `useSyncExternalStore`. */
export const connection = {
  isLost: () => waiting > 0,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

let waiting = 0;
const listeners = new Set<() => void>();

/** Notes that somebody waits for the network, until the returned function is called. */
export function awaitConnection(): () => void {
  countWaiting(1);
  return () => countWaiting(-1);
}

function countWaiting(change: 1 | -1): void {
  waiting += change;
  for (const listener of listeners) listener();
}
