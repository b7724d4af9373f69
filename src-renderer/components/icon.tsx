/** The window's own icons, drawn on 24 × 24. Each stands beside a word, so screen readers skip it. */
const paths = {
  tick: "M5 12.5l4.5 4.5L19 7.5",
  problem: "M12 7v6M12 16.5v.5M12 2.8l9.7 17.4H2.3z",
  success: "M7.5 12.5l3 3 6-6.5M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  uncertain: "M9.3 9.3a2.8 2.8 0 115 2c-1 1-2.3 1.4-2.3 3M12 17v.5M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  information: "M12 11v6M12 7.2v.5M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 100 6 3 3 0 000-6z",
  remove: "M8.5 5.5h12v13h-12L3 12zM11.5 9.5l5 5M16.5 9.5l-5 5",
  card: "M3 6.5h18v11H3zM3 10.5h18",
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
