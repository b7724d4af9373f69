/** Waits for a promise, but not for longer. @param ms real milliseconds @returns what it gives, or that it is late */
export function within<T>(promise: Promise<T>, ms: number): Promise<T | "late"> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms, "late");
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
