import type { ComponentChildren } from "preact";

/** What one may want to keep of a success. A row without content is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, content: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {rows
        .filter(([, content]) => content != null && content !== "")
        .map(([name, content]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{content}</dd>
          </div>
        ))}
    </dl>
  );
}
