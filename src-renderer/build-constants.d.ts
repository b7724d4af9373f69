/** Put in at build time (electron.vite.config.ts). */
declare const __PRODUCT_NAME__: string;
