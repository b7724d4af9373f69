import type { MenuItemConstructorOptions } from "electron";

/** What each platform expects, and nothing that opens, prints, saves or inspects (checklist row 13). */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions = {
    role: "editMenu",
    submenu: [{ role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }],
  };
  const view: MenuItemConstructorOptions = {
    role: "viewMenu",
    submenu: [{ role: "resetZoom" }, { role: "zoomIn" }, { role: "zoomOut" }],
  };
  const quit: MenuItemConstructorOptions =
    platform === "darwin" ? { role: "appMenu" } : { role: "fileMenu", submenu: [{ role: "quit" }] };
  return [quit, edit, view];
}
