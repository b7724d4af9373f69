import { firstWords } from "../words/words.ts";

/** Names a folder of this computer. A path always runs left to right, isolated from the text around it. */
export function FolderLine({ folder }: { readonly folder: string }) {
  return (
    <p class="reference" data-testid="folder">
      {firstWords().support.folder} <bdi dir="ltr">{folder}</bdi>
    </p>
  );
}
