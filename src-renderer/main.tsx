import { render } from "preact";
import { start } from "./actions.ts";
import { App } from "./app.tsx";
import { bridge } from "./bridge.ts";
import { partner } from "./partner.ts";
import { loadSettings } from "./settings.ts";
import { showEvent } from "./show-event.ts";

const place = document.getElementById("window");
if (place === null) throw new Error("index.html has no place for the window");
document.title = partner.productName;
bridge().onEvent(showEvent);
await loadSettings();
render(<App />, place);
void bridge().replayEvents(); // if it fails only a hint is missing: no step depends on events
void start();
