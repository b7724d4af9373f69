import { words } from "../words/words.ts";

/** Names a folder of this computer. A path runs from left to right, and its characters stay among themselves. */
export function FolderLine({ folder }: { readonly folder: string }) {
  return (
    <p class="reference" data-testid="folder">
      {words().support.folder} <bdi dir="ltr">{folder}</bdi>
    </p>
  );
}
