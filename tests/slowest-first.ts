import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first. A clean clone remembers no times, and Vitest then begins with the files that have
 * most text: a table of a few lines that takes half a minute came last, and only one worker had anything to do.
 */
export const slowest: readonly string[] = [
  "testing-package/example",
  "start/start-and-stop",
  "keychain/passcode-attempts",
  "package/packages",
  "backend/answers-of-solaris",
  "faults/database",
  "keychain/removal-and-other-keys",
  "cluster/chaos",
  "build/repository/dnf-repository",
  "keychain/start-anew-killed",
  "faults/backend-killed",
  "keychain/keychain-states",
  "keychain/binding-killed-at-write",
  "postgres/connection",
  "faults/pin-change",
  "build/repository/apt-repository",
  "faults/binding",
  "backend/any-answer",
  "backend/backup",
  "unit/whole-change",
  "import-boundaries/boundaries",
  "ledger-model/ledger-model",
  "backend/database-process",
  "unit/sign-in/browser/answers-refused",
  "faults/model",
].map((name) => `tests/${name}.test.ts`);

const root = path.join(import.meta.dirname, "..");

/** Has the slowest files begin first, so that all workers end at about the same time. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // Files of one project stay together: only they share processes.
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    const placeOf = ({ project }: TestSpecification) => projects.indexOf(project.name);
    return sorted.sort((one, other) => placeOf(one) - placeOf(other) || rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = slowest.indexOf(path.relative(root, moduleId));
  return rank === -1 ? slowest.length : rank;
}
