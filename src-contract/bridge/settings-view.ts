import type { Language } from "../rules/languages.ts";
import type { KeychainName } from "./keychain-names.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The on-screen keypad: off, in the usual order, or shuffled each time. */
export const keypads = ["off", "on", "shuffled"] as const;
type KeypadChoice = (typeof keypads)[number];

/** How large everything is drawn, in per cent. */
export const textSizes = [90, 100, 110, 125, 150, 175, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** What the cardholder may choose on this computer. Security never depends on these settings. */
export interface Settings {
  readonly language: Language | "system";
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly keypad: KeypadChoice;
  /** Stored even if it has no effect now: the computer may be used over remote desktop just today. */
  readonly hidesFromCapture: boolean;
  /** Takes effect at the next start. Also true after a blank start; setting it to false returns to the graphics card. */
  readonly softwareRendering: boolean;
}

/** The settings, and their effect on this computer. */
export interface SettingsView {
  readonly settings: Settings;
  /** The language in effect: the chosen one, or the first of the system's that we have, or English. */
  readonly language: Language;
  readonly captureHiding: CaptureHiding;
  /** Whether the system reports assistive technology in use. */
  readonly screenReader: boolean;
  readonly rendering: RenderingView;
  /** The keychain of this computer, which has another name on each system. */
  readonly keychain: KeychainName;
}

/**
 * Whether the window can be hidden from screenshots, recordings and screen sharing. `partly`: from older capture methods
 * only; newer ones ignore it (macOS 15 and later). `remote`: off, because over a remote desktop the cardholder would not see
 * the window either. `unsupported`: this system cannot do it.
 */
export type CaptureHiding = "works" | "partly" | "remote" | "unsupported";

/** What draws the window: the graphics card, or the processor in its place. */
export const renderings = ["hardware", "software"] as const;
export type Rendering = (typeof renderings)[number];

export interface RenderingView {
  readonly now: Rendering;
  /**
   * Why the window is drawn in software: the cardholder chose it, it stayed blank at an earlier start, or there is no usable
   * graphics card. Null with hardware.
   */
  readonly because: "chosen" | "blank-start" | "none-available" | null;
  /** The next start draws differently from this one. */
  readonly changesAtNextStart: boolean;
}
