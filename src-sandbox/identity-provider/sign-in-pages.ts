import { escapeHtml } from "../http/escape-html.ts";
import type { ProviderPerson } from "./provider-settings.ts";

const style = `
:root { color-scheme: light dark; --accent: #0b5d4e; --on-accent: #fff; --line: #8888; }
@media (prefers-color-scheme: dark) { :root { --accent: #7fd1bf; --on-accent: #06251f; } }
* { box-sizing: border-box; }
body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
.bank { font-weight: 600; color: var(--accent); }
label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
input { font: inherit; width: 100%; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: .4rem; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; }
button { font: inherit; padding: .6rem 1.1rem; border-radius: .4rem; border: 1px solid var(--line); background: none; color: inherit; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
[role=alert] { border-left: .25rem solid #c0392b; padding-left: .75rem; }
.hint { border-top: 1px solid var(--line); padding-top: 1rem; font-size: .95rem; }
`;

/** Nothing is loaded and no script runs. The style has no hash, because nothing of a stranger's is ever on these pages. */
export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'",
} as const;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Demonstration bank</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="bank">Demonstration bank</p>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

interface SignInPage {
  /** Whom the provider remembers; empty for nobody. */
  readonly name: string;
  readonly wasWrong: boolean;
  /** Names them with their passwords. */
  readonly people: readonly ProviderPerson[];
}

/** Asks for name and password, and begins with what is missing. */
export function signInPage({ name, wasWrong, people }: SignInPage): string {
  const hint = people.map((one) => `${escapeHtml(one.name)} (<code>${escapeHtml(one.password)}</code>)`).join(", ");
  return page(
    "Sign in",
    `<p>Sign in to use your cards in the program on your computer.</p>
${wasWrong ? '<p role="alert">This name and password do not belong together. Try again.</p>' : ""}
<form method="post">
<label for="name">Name</label>
<input id="name" name="name" autocomplete="username" required${name === "" ? " autofocus" : ""} value="${escapeHtml(name)}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${name === "" ? "" : " autofocus"}>
<div class="actions">
<button class="primary" name="do" value="sign-in">Sign in</button>
<button name="do" value="cancel" formnovalidate>Cancel</button>
</div>
</form>
${hint === "" ? "" : `<p class="hint">Invented people and their passwords: ${hint}.</p>`}`,
  );
}

/** The second step of a strong sign-in, which a bank would have on a phone. */
export function secondStepPage(name: string): string {
  return page(
    "Confirm that it is you",
    `<p>${escapeHtml(name)}, your bank’s app on your phone would ask you now. In this demonstration a button does.</p>
<form method="post">
<div class="actions">
<button class="primary" name="do" value="confirm" autofocus>Confirm</button>
<button name="do" value="cancel">Cancel</button>
</div>
</form>`,
  );
}

/** Where a page is opened a second time, or too late. */
export function overPage(): string {
  return page("This sign-in is over", "<p>Go back to the program on your computer and begin again there.</p>");
}
