import type { ContextMenuParams, MenuItemConstructorOptions } from "electron";
import type { Language } from "../../src-contract/rules/languages.ts";
import { menuWords } from "./menu-words.ts";

type ClickedPlace = Pick<ContextMenuParams, "isEditable" | "formControlType" | "selectionText" | "editFlags">;

/**
 * The menu of the other mouse button: in fields what the Edit menu has, on selected text Copy, and nothing anywhere else.
 * Out of a secret field nothing is copied (docs/threat-model.md#secrets-not-copied); the fields that take no pasting prevent
 * this menu themselves.
 * @returns no entries where there is nothing to do
 */
export function contextMenuTemplate(place: ClickedPlace, language: Language): MenuItemConstructorOptions[] {
  const { isEditable, formControlType, selectionText, editFlags } = place;
  const words = menuWords[language];
  const copy: MenuItemConstructorOptions = { role: "copy", label: words.copy, enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === "" ? [] : [copy];
  const out: MenuItemConstructorOptions[] =
    formControlType === "input-password" ? [] : [{ role: "cut", label: words.cut, enabled: editFlags.canCut }, copy];
  return [
    ...out,
    { role: "paste", label: words.paste, enabled: editFlags.canPaste },
    { type: "separator" },
    { role: "selectAll", label: words.selectAll, enabled: editFlags.canSelectAll },
  ];
}
