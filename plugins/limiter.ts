/** Runs tasks in their turn. */
export type Limiter = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Runs at most `count` tasks at a time, in the order they came. */
export function limiter(count: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await task();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
