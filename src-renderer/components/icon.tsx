/** The window's own icons, drawn on 24 × 24. Each stands beside a word, so screen readers skip it. */
const paths = {
  back: "M19 12H5M11 6l-6 6 6 6",
  tick: "M5 12.5l4.5 4.5L19 7.5",
  problem: "M12 7v6M12 16.5v.5M12 2.8l9.7 17.4H2.3z",
  success: "M7.5 12.5l3 3 6-6.5M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  uncertain: "M9.3 9.3a2.8 2.8 0 115 2c-1 1-2.3 1.4-2.3 3M12 17v.5M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  information: "M12 11v6M12 7.2v.5M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 100 6 3 3 0 000-6z",
  remove: "M8.5 5.5h12v13h-12L3 12zM11.5 9.5l5 5M16.5 9.5l-5 5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  clock: "M12 7v5l3.5 2M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  waits: "M7 3h10M7 21h10M8 3v4l4 5 4-5V3M8 21v-4l4-5 4 5v4",
  closed: "M5.5 5.5l13 13M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19z",
  virtual: "M4 5h16v11H4zM9 20h6M12 16v4",
  search: "M15.5 15.5L21 21M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13z",
  copy: "M9 8h11v12H9zM15 8V4H4v12h5",
  shield: "M12 3l7.5 2.5V11c0 5-3.2 8.4-7.5 10-4.3-1.6-7.5-5-7.5-10V5.5z",
  computer: "M4 5h16v11H4zM2 19.5h20",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
