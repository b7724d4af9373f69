import type { ChangeJournal } from "../../../src-main/change-pin/change-journal.ts";

/** How old it says that each change is. */
export const begunSecondsAgo = 7;

/** A journal in memory. */
export function createFakeJournal() {
  const open: string[] = [];
  const journal: ChangeJournal = {
    list: async () => [...open],
    secondsSince: async (_scope, requestId) => (open.includes(requestId) ? begunSecondsAgo : undefined),
    write: async (_scope, requestId) => void open.push(requestId),
    prepare: async () => undefined,
    remove: async (_scope, requestId) => {
      if (open.includes(requestId)) open.splice(open.indexOf(requestId), 1);
    },
  };
  return { journal, open };
}
