/**
 * The proxies in Chromium's answer (`session.resolveProxy`), as `host:port`.
 * @param answer e.g. `PROXY proxy.example:8080; HTTPS [2001:db8::1]:443; DIRECT`
 */
export function configuredProxies(answer: string): readonly { readonly address: string; readonly isTls: boolean }[] {
  return answer.split(";").flatMap((entry) => {
    const [kind = "", address] = entry.trim().split(/\s+/);
    return address === undefined ? [] : [{ address, isTls: kind.toUpperCase() === "HTTPS" }];
  });
}
