import type { FakeSolaris, Said } from "./fake-solaris.ts";

/** Solaris takes a call, and answers it when the test says so. */
export function holdAnswer(solaris: FakeSolaris, method: string, to: string) {
  let answer = (_said: Said) => {};
  const answered = new Promise<Said>((resolve) => {
    answer = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    solaris.on(method, to, () => {
      resolve();
      return answered;
    });
  });
  return { reached, answer: (said: Said) => answer(said) };
}
