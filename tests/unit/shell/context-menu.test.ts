import { expect, it } from "vitest";
import { contextMenuTemplate } from "../../../src-main/shell/context-menu.ts";

const all = {
  canUndo: true,
  canRedo: true,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
};
const nowhere = { isEditable: false, formControlType: "none", selectionText: "", editFlags: all } as const;
const rolesOf = (place: Parameters<typeof contextMenuTemplate>[0]) =>
  contextMenuTemplate(place, "en").flatMap(({ role }) => (role === undefined ? [] : [role]));

it("is what can be done where the cardholder has clicked", () => {
  expect(rolesOf({ ...nowhere, isEditable: true, formControlType: "input-text" })).toEqual([
    "cut",
    "copy",
    "paste",
    "selectAll",
  ]);
  expect(rolesOf({ ...nowhere, selectionText: "a word" })).toEqual(["copy"]);
  expect(rolesOf(nowhere)).toEqual([]);
  expect(rolesOf({ ...nowhere, selectionText: " \n" })).toEqual([]);
});

it("copies nothing out of a secret field", () => {
  const secret = { ...nowhere, isEditable: true, formControlType: "input-password", selectionText: "•••" } as const;
  expect(rolesOf(secret)).toEqual(["paste", "selectAll"]);
});

it("shows what cannot be done now as such, in the window's language", () => {
  const place = { ...nowhere, isEditable: true, formControlType: "input-text", editFlags: { ...all, canPaste: false } };
  const paste = contextMenuTemplate({ ...place, formControlType: "input-text" }, "de").find(
    ({ role }) => role === "paste",
  );
  expect(paste).toMatchObject({ enabled: false, label: expect.stringMatching(/Einf/) });
});
