import type { Language } from "../rules/languages.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The keypad on the screen, as ever or with its digits in another order each time. */
export const keypads = ["off", "on", "shuffled"] as const;
type KeypadChoice = (typeof keypads)[number];

/** What the cardholder may choose about this program on this computer. Nothing that its security rests on. */
export interface Settings {
  readonly language: Language | "system";
  readonly theme: Theme;
  readonly keypad: KeypadChoice;
  /** Kept where it does not work, too: the computer may be somebody's remote desktop today only. */
  readonly hidesFromCapture: boolean;
  /** From the next start on. Shown as true after a blank start, too: made false again, it leads back to the graphics card. */
  readonly softwareRendering: boolean;
}

/** The settings, and what becomes of them on this computer. */
export interface SettingsView {
  readonly settings: Settings;
  /** In effect: the chosen one, or the first of the system's that there is, or English. */
  readonly language: Language;
  readonly captureHiding: CaptureHiding;
  /** Whether assistive technology is in use, as far as the system says. */
  readonly screenReader: boolean;
  readonly rendering: RenderingView;
}

/**
 * Whether the window can be hidden from screenshots, recordings and screen sharing. `partly`: from old ways to capture, while
 * newer ones take no notice (macOS 15 and later). `remote`: it is left off, because over a remote desktop the cardholder would
 * not see the window either. `unsupported`: this system has no such thing.
 */
export type CaptureHiding = "works" | "partly" | "remote" | "unsupported";

/** What draws the window: the graphics card, or the processor in its place. */
export const renderings = ["hardware", "software"] as const;
export type Rendering = (typeof renderings)[number];

export interface RenderingView {
  readonly now: Rendering;
  /**
   * Why in software: as chosen; because the window had stayed blank at an earlier start; or because there is no graphics
   * card that could be used. Null with hardware.
   */
  readonly because: "chosen" | "blank-start" | "none-available" | null;
  /** The next start does it the other way than this one: it takes a restart. */
  readonly changesAtNextStart: boolean;
}
