import { createHash } from "node:crypto";
import type { Language } from "../../../src-contract/rules/languages.ts";
import type { Page, PageKind } from "./callback-listener.ts";
import { pageWords } from "./page-words.ts";

/** What the pages have of the partner: the product's name, and the colours that a page of text needs. */
export interface PageLook {
  readonly productName: string;
  /** By theme; each as `#rrggbb`. */
  readonly colours: Readonly<Record<"light" | "dark", { ground: string; surface: string; text: string; line: string }>>;
}

/** Makes the pages that the browser shows: text only, no script, nothing to load, and no policy that would allow either. */
export function createCallbackPages({ productName, colours }: PageLook) {
  const ink = ({ ground, surface, text, line }: PageLook["colours"]["light"]) =>
    `:root{--ground:${ground};--surface:${surface};--text:${text};--line:${line}}`;
  const style = [
    ":root{color-scheme:light dark}",
    ink(colours.light),
    `@media (prefers-color-scheme:dark){${ink(colours.dark)}}`,
    "body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--text);",
    "font:1.125rem/1.5 system-ui,sans-serif}",
    "main{margin:1rem;padding:2rem;max-width:30rem;background:var(--surface);border:1px solid var(--line);border-radius:.75rem}",
    "h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}p{margin:0}.name{margin-bottom:1.5rem;font-weight:600}",
  ].join("");
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

  return (kind: PageKind, language: Language): Page => {
    const { title, text } = pageWords[language][kind];
    const name = escapeHtml(productName);
    const html = [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width,initial-scale=1">',
      `<title>${escapeHtml(title)} – ${name}</title><style>${style}</style></head>`,
      `<body><main><p class="name">${name}</p><h1>${escapeHtml(title)}</h1>`,
      `<p>${escapeHtml(text(productName))}</p></main></body></html>`,
    ].join("");
    return { html, headers: { "content-security-policy": policy, "content-language": language } };
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
