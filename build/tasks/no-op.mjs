/** For `npm run build`: run.mjs builds a task's parts before it runs, so this task itself does nothing. */
export async function run() {
  return 0;
}
