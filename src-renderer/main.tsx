import { render } from "preact";
import { start } from "./actions.ts";
import { App } from "./app.tsx";

const place = document.getElementById("window");
if (place === null) throw new Error("index.html has no place for the window");
document.title = __PARTNER__.productName;
render(<App />, place);
void start();
