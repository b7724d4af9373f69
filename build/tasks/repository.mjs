import { say } from "../say.mjs";

/**
 * `npm run repository -- --key FINGERPRINT [--into FOLDER] [--renew] [--for-tests]`: the signed repositories for apt and dnf (docs/releasing.md).
 * @param {{ rest: string[] }} call
 */
export async function run({ rest }) {
  const { orderRepository } = await import("../repository/order-repository.ts");
  say(`for the web server: ${await orderRepository(rest)}`);
  return 0;
}
