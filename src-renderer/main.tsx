import { render } from "preact";
import { showStart } from "./actions.ts";
import { App } from "./app.tsx";
import { bridge } from "./bridge.ts";
import { keepPlace } from "./kept-place.ts";
import { partner } from "./partner.ts";
import { loadSettings } from "./settings.ts";
import { showEvent } from "./show-event.ts";
import { store } from "./store.ts";

const place = document.getElementById("window");
if (place === null) throw new Error("index.html has no place for the window");
document.title = partner.productName;
bridge().onEvent(showEvent);
keepPlace();
const asked = bridge().getOverview(); // while the words are read, or "Getting ready" would be drawn in between
const failure = await loadSettings();
render(<App />, place);
void bridge().replayEvents(); // if it fails only a hint is missing: no step depends on events
if (failure === null) void showStart(asked);
else store.setState({ failure }); // with "try again", which goes on in English
