import type { Plugin } from "vite";
import type { Profile } from "./read-profile.ts";
import { tokensOf } from "./tokens.ts";

const tokens = "partner-tokens.css";
const logo = "logo.svg";

/**
 * Gives the window what the partner's profile makes: `./partner-tokens.css`, which index.html links and which ends in the
 * built style sheet, and `./logo.svg`, where there is one. Files, because the window's policy shows no inline style.
 */
export function partnerColoursAndLogo(profile: Profile): Plugin {
  // The development server asks with a query behind the name.
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
