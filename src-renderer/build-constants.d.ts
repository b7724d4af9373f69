/** Put in at build time (electron.vite.config.ts). */
declare const __PRODUCT_NAME__: string;
/** False in development builds. */
declare const __RELEASE__: boolean;
/** The partner's policy for the window. */
declare const __POLICY__: {
  readonly weakPins: "warn" | "refuse";
  readonly reveal: boolean;
  readonly keypad: boolean;
  readonly birthDateCheck: boolean;
};
