import type { ElectronApplication } from "playwright";

/**
 * Runs a script in the page's own world.
 * @throws when the script does
 * @param asIfPressed as if the cardholder had just pressed something, which allows a page more
 */
export function attack<T>(
  app: ElectronApplication,
  script: string,
  { asIfPressed }: { asIfPressed: boolean },
): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, [code, gesture]) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code as string, gesture as boolean),
    [script, asIfPressed] as const,
  );
}
