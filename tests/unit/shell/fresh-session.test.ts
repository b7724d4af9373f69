// Electron answers DIRECT while a new session has not read which proxy its calls take (seen with 33.2.1).
import { expect, test } from "vitest";
import { openMainSessions } from "../../../src-main/shell/sessions.ts";
import { fakeSessions } from "../../security/fake-electron.ts";

test.each(["ordinary", "once", "signIn", "updates"] as const)(
  "%s says the way that its calls take, asked at once",
  async (name) => {
    const { made, sessions } = fakeSessions();
    const opened = openMainSessions(sessions, { backendOrigin: "https://bank.example", backendPins: [] });
    const asked = opened[name].resolveProxy("https://bank.example");
    expect(made).toHaveLength(1);
    made[0]?.readProxies();
    expect(await asked).toBe("PROXY 127.0.0.1:9");
  },
);
