import { type Letter, listLetters } from "../activation/letter-box.ts";
import { formatTime } from "../clock.ts";
import { escapeHtml } from "../http/escape-html.ts";
import type { InboxMessage } from "../people/inbox.ts";
import type { Person } from "../people/person.ts";
import type { PinChange } from "../pin/pin-records.ts";
import type { World } from "../world.ts";

const style = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #b4531f; }
@media (prefers-color-scheme: dark) { :root { --accent: #f0a070; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
p { margin: 0 0 .5rem; max-width: 44rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-size: .8rem; font-weight: 600; }
code { font: .85rem ui-monospace, monospace; overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
.code { font: 600 1.35rem ui-monospace, monospace; letter-spacing: .12em; color: var(--accent); }
.over { color: inherit; font-weight: 400; text-decoration: line-through; }
.scroll { overflow-x: auto; }
.empty { padding: .75rem 1rem; background: var(--soft); border-radius: .5rem; }
`;

/** Renders the page for people: the codes on the demonstration phones, the customers, the changes. Never a PIN. */
export function renderInboxPage(world: World): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="3">
<title>Solaris sandbox</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Solaris sandbox</h1>
<p>A stand-in for Solaris on this computer, with invented people. It checks what Solaris would check, and sends its codes here instead of to a phone or by post. The page looks for new ones by itself.</p>
<section aria-labelledby="messages">
<h2 id="messages">Text messages</h2>
${renderMessages(world.inbox.list(), world.clock.now())}
</section>
<section aria-labelledby="letters">
<h2 id="letters">Letters</h2>
${renderLetters(listLetters(world))}
</section>
<section aria-labelledby="changes">
<h2 id="changes">PIN changes</h2>
${renderChanges(world.pins.listChanges())}
</section>
<section aria-labelledby="customers">
<h2 id="customers">Customers</h2>
${renderTable(["Name", "Mobile number", "Person", "Accounts"], world.people.map(renderCustomer))}
</section>
</main>
</body>
</html>
`;
}

function renderMessages(messages: readonly InboxMessage[], now: number): string {
  if (messages.length === 0) return '<p class="empty" data-testid="inbox-empty">No message yet.</p>';
  const rows = messages.map((message) => {
    const isOver = Date.parse(message.expires_at) <= now;
    return [
      `<span class="${isOver ? "code over" : "code"}" data-testid="inbox-code">${escapeHtml(message.code)}</span>`,
      `${escapeHtml(message.person_name)}<br><code class="whole">${escapeHtml(message.mobile_number)}</code>`,
      renderPurpose(message),
      timeOfDay(message.created_at),
      isOver ? "expired" : timeOfDay(message.expires_at),
    ];
  });
  return renderTable(["Code", "To", "For", "Sent", "Good until"], rows);
}

function renderLetters(letters: readonly Letter[]): string {
  if (letters.length === 0) return '<p class="empty" data-testid="letters-empty">No letter yet.</p>';
  const rows = letters.map((letter) => [
    letter.code === null
      ? '<span data-testid="letter-on-its-way">on its way</span>'
      : `<span class="${letter.counts ? "code" : "code over"}" data-testid="letter-code">${escapeHtml(letter.code)}</span>`,
    escapeHtml(letter.person_name),
    day(letter.sent_at),
    day(letter.arrives_at),
    letter.counts ? day(letter.expires_at) : "counts no more",
  ]);
  return renderTable(["Code", "To", "Sent", "In the letter box", "Good until"], rows);
}

function renderPurpose(message: InboxMessage): string {
  const [what, id] =
    message.purpose === "device_binding"
      ? ["Linking a computer", message.device_id]
      : ["Setting a new card PIN", message.change_request_id];
  return `<span data-testid="inbox-purpose">${what}</span><br><code>${escapeHtml(id)}</code>`;
}

function renderChanges(changes: readonly PinChange[]): string {
  if (changes.length === 0) return '<p class="empty">No PIN was changed yet.</p>';
  const rows = changes.map((change) => [
    `<code>${escapeHtml(change.masked_pan)}</code>`,
    timeOfDay(formatTime(change.changed_at)),
  ]);
  return renderTable(["Card", "Changed"], rows);
}

function renderCustomer(person: Person): string[] {
  const accounts = person.accounts.map(
    (account) => `<code>${escapeHtml(account.id)}</code> (cards: ${account.cards.length})`,
  );
  return [
    escapeHtml(person.name),
    person.mobileNumber === undefined ? "none" : `<code class="whole">${escapeHtml(person.mobileNumber)}</code>`,
    `<code class="whole">${escapeHtml(person.id)}</code>`,
    accounts.join("<br>"),
  ];
}

/** Hours, minutes and seconds of an RFC 3339 time in UTC; the date is always today. */
function timeOfDay(instant: string): string {
  return `${escapeHtml(instant.slice(11, 19))} UTC`;
}

/** Day and minute in UTC. */
function day(instant: string): string {
  return `${escapeHtml(instant.slice(0, 16).replace("T", " "))} UTC`;
}

/** Renders a table; the cells are HTML already. */
function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n");
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
