import { orderPackages, type PackageOrder } from "../../build/package/order-packages.ts";

// A process of its own: electron-builder keeps to itself what it does to the process that it runs in.
const order: PackageOrder = JSON.parse(process.argv[2] ?? "");
await orderPackages(order);
