import type { ComponentChildren } from "preact";

interface FactsProps {
  readonly rows: readonly (readonly [name: string, content: ComponentChildren])[];
}

/** What one may want to keep. A row without content is left out, and without any row there is no box. */
export function Facts({ rows }: FactsProps) {
  const known = rows.filter(([, content]) => content != null && content !== "");
  if (known.length === 0) return null;
  return (
    <dl class="facts">
      {known.map(([name, content]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}
