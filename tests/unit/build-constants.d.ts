/// <reference path="../../src-main/build-constants.d.ts" />
// The window's own (src-renderer/build-constants.d.ts).
declare const __PARTNER__: import("../../src-contract/bridge/partner-identity.ts").PartnerIdentity;
declare const __LICENCES__: readonly import("../../src-contract/bridge/licence.ts").Licence[];
