import { useId, useState } from "preact/hooks";
import { findArticles, howToArticles } from "../how-to-articles.ts";
import { useWindowState } from "../store.ts";
import { words } from "../words/words.ts";

/** Help's short articles, folded, and a search among them that says how many it has found. */
export function ArticleList() {
  const [sought, setSought] = useState("");
  // Before somebody signs in it is not known.
  const offersLetters = useWindowState(({ overview }) => overview !== null && overview.letters !== null);
  const id = useId();
  const text = words().howTo;
  const hasTokens = useWindowState(
    ({ overview }) => overview?.offersTokens === true || (overview?.device != null && "onToken" in overview.device),
  );
  const found = findArticles(howToArticles(offersLetters, hasTokens), sought);
  return (
    <section>
      <h2>{text.title}</h2>
      <div class="field search">
        <label for={id}>{text.search}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          data-testid="help-search"
          onInput={({ currentTarget }) => setSought(currentTarget.value.trim())}
        />
      </div>
      <p class="hint" role="status" data-testid="articles-found">
        {sought !== "" && text.found({ count: found.length })}
      </p>
      {found.map(({ name, title, paragraphs }) => (
        <details key={name} class="article" data-testid={`article-${name}`}>
          <summary>{title}</summary>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </details>
      ))}
    </section>
  );
}
