import { expect, it } from "vitest";
import { keepUserAgentAscii } from "../../../src-main/shell/user-agent.ts";

it.each([
  ["Mozilla/5.0 NordbänkKartenpult/1.0.0 Electron/45.5.0", "Mozilla/5.0 NordbnkKartenpult/1.0.0 Electron/45.5.0"],
  ["Mozilla/5.0 Nordb\uFFFDnk/1.0.0", "Mozilla/5.0 Nordbnk/1.0.0"], // as Electron 33 hands it out
  ["Mozilla/5.0 カード/1.0.0", "Mozilla/5.0 /1.0.0"],
  ["Mozilla/5.0 Cardbound/1.0.0", "Mozilla/5.0 Cardbound/1.0.0"],
])("%s is sent as %s, which a header can hold", (userAgentFallback, sent) => {
  const app = { userAgentFallback };
  keepUserAgentAscii(app);
  expect(new Headers({ "user-agent": app.userAgentFallback }).get("user-agent")).toBe(sent);
});
