/** A text whose `part`, such as an id with hyphens, is not broken in two lines where one has room for it. */
export function KeptWhole({ text, part }: { readonly text: string; readonly part: string }) {
  const [before, after] = text.split(part, 2);
  return (
    <>
      {before}
      <span class="whole">{part}</span>
      {after}
    </>
  );
}
