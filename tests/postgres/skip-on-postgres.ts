import path from "node:path";
import { beforeEach } from "vitest";
import { reasonAgainst } from "./not-on-postgres.ts";

// In the project `postgres`, before each test.
beforeEach(({ task, skip }) => {
  const reason = reasonAgainst(path.basename(task.file.filepath), task.name);
  if (reason !== undefined) skip(reason);
});
