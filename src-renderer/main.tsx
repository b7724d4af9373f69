import { render } from "preact";
import { followSystemQuestion, start } from "./actions.ts";
import { App } from "./app.tsx";
import { openPanelOfAddress } from "./panel-of-address.ts";
import { partner } from "./partner.ts";
import { loadSettings } from "./settings.ts";

const place = document.getElementById("window");
if (place === null) throw new Error("index.html has no place for the window");
document.title = partner.productName;
window.addEventListener("hashchange", openPanelOfAddress);
await loadSettings();
openPanelOfAddress(); // chosen before this page could listen
render(<App />, place);
void followSystemQuestion();
void start();
