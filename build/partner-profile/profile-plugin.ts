import type { Plugin } from "vite";
import type { Profile } from "./read-profile.ts";
import { tokensOf } from "./tokens.ts";

const tokens = "partner-tokens.css";
const logo = "logo.svg";

/**
 * Adds the profile's files to the window: `./partner-tokens.css`, which index.html links and the build merges into its style
 * sheet, and `./logo.svg`, if there is one. Files, because the window's policy forbids inline styles.
 */
export function partnerColoursAndLogo(profile: Profile): Plugin {
  // The development server appends a query to the name.
  const isTokens = (id: string) => id.replace(/\?.*$/, "").endsWith(`/${tokens}`);
  return {
    name: "cardbound:partner-profile",
    resolveId: (id) => (isTokens(id) ? `\0${id}` : undefined),
    load: (id) => (isTokens(id) ? tokensOf(profile.colours) : undefined),
    generateBundle() {
      if (profile.logo !== undefined) this.emitFile({ type: "asset", fileName: logo, source: profile.logo });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${logo}`, (_request, response) => {
        response.statusCode = profile.logo === undefined ? 404 : 200;
        response.setHeader("content-type", "image/svg+xml");
        response.end(profile.logo);
      });
    },
  };
}
