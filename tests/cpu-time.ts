/** How many milliseconds of the processor's time some work takes: unlike the clock's, no more where others keep it busy. */
export function cpuMs(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
