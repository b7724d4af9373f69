import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isOnPath } from "../prepare/system-libraries.mjs";
import { Refusal, say } from "../say.mjs";
import { updateAptRepository } from "./apt-repository.ts";
import { updateDnfRepository } from "./dnf-repository.ts";

/** The repositories: what goes into each, and the programs that make it, each with Debian's package of it. */
const kinds = [
  {
    kind: "apt",
    form: "deb",
    separator: "_",
    programs: { reprepro: "reprepro", gpg: "gnupg", "dpkg-deb": "dpkg" },
    update: updateAptRepository,
  },
  {
    kind: "dnf",
    form: "rpm",
    separator: "-",
    programs: {
      createrepo_c: "createrepo-c",
      gpg: "gnupg",
      rpm: "rpm",
      rpmbuild: "rpm",
      rpmkeys: "rpm",
      rpmsign: "rpm",
    },
    update: updateDnfRepository,
  },
] as const;
type Kind = (typeof kinds)[number];

export interface ChosenRepository extends Pick<Kind, "kind"> {
  readonly update: typeof updateAptRepository;
  /** The packages that go into it. */
  readonly files: readonly string[];
}

/**
 * Which repositories are made or signed anew. One that cannot be made here is said and left out, unless it is in the folder already: whoever has it would
 * stay with an old version, and nobody would notice.
 * @param folder where they are
 * @param made the packages' name, and where `npm run package` has put them; null to sign anew alone what there is
 * @throws Refusal if there would be none, or one would be left behind
 */
export function chooseRepositories(
  folder: string,
  made: { readonly name: string; readonly folder: string } | null,
): readonly ChosenRepository[] {
  const isThere = ({ kind }: Kind) => existsSync(path.join(folder, "private", kind));
  const wanted = made === null ? kinds.filter(isThere) : kinds;
  if (wanted.length === 0) {
    throw new Refusal(`There is no repository in ${folder} to sign anew.`, "Without --renew, the command makes one.");
  }
  const left: Refusal[] = [];
  const chosen = wanted.flatMap((one) => {
    const files = made === null ? [] : packagesOf(one, made);
    const refusal = whyNot(one, made, files);
    if (refusal === null) return [{ ...one, files }];
    if (isThere(one)) throw refusal;
    left.push(refusal);
    return [];
  });
  const [first] = left;
  if (first !== undefined && chosen.length === 0) throw first;
  for (const { message, nextStep } of left) say(`${message} ${nextStep}`);
  return chosen;
}

function whyNot({ kind, form, programs }: Kind, made: { readonly folder: string } | null, files: readonly string[]) {
  const missing = Object.entries(programs).filter(([program]) => !isOnPath(program));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map(([, debian]) => debian))].join(", ");
    const what = `NO repository for ${kind}: ${missing.map(([program]) => program).join(", ")} missing.`;
    return new Refusal(what, `Install what Debian calls ${packages}.`);
  }
  if (made === null || files.length > 0) return null;
  return new Refusal(`NO repository for ${kind}: no .${form} in ${made.folder}.`, "`npm run package` makes it.");
}

function packagesOf(
  { form, separator }: Kind,
  { name, folder }: { readonly name: string; readonly folder: string },
): readonly string[] {
  const start = `${name}${separator}`;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((file) => file.startsWith(start) && /^\d/.test(file.slice(start.length)) && file.endsWith(`.${form}`))
    .map((file) => path.join(folder, file));
}
