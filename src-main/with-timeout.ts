/**
 * Waits for an answer no longer than so many milliseconds. Whoever gives it goes on, and what comes later is not heard.
 * @returns `otherwise` where it is late @throws what the answer rejects with in time
 */
export async function withTimeout<T, Late>(ms: number, answer: Promise<T>, otherwise: Late): Promise<T | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
