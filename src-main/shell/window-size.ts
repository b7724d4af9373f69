export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Minus Windows' frame of at most 16 pixels this leaves the 320 to which everything reflows (WCAG 2.2, 1.4.10). */
export const smallestSize: Size = { width: 340, height: 480 };
export const usualSize: Size = { width: 760, height: 800 };
