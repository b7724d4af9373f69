/**
 * Waits at most `ms` milliseconds for an answer. The work behind it goes on, but a later result is ignored.
 * @returns `otherwise` if it is late @throws what the answer rejects with in time
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
