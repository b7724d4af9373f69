import { render } from "preact";
import { start } from "./actions.ts";
import { App } from "./app.tsx";
import { openPanelOfAddress } from "./panel-of-address.ts";
import { loadSettings } from "./settings.ts";

const place = document.getElementById("window");
if (place === null) throw new Error("index.html has no place for the window");
document.title = __PARTNER__.productName;
window.addEventListener("hashchange", openPanelOfAddress);
await loadSettings();
render(<App />, place);
void start();
