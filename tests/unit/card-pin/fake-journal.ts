import type { ChangeJournal } from "../../../src-main/card-pin/change-journal.ts";

/** A journal in memory. */
export function createFakeJournal() {
  const open: string[] = [];
  const journal: ChangeJournal = {
    list: async () => [...open],
    write: async (_scope, requestId) => void open.push(requestId),
    remove: async (_scope, requestId) => {
      if (open.includes(requestId)) open.splice(open.indexOf(requestId), 1);
    },
  };
  return { journal, open };
}
