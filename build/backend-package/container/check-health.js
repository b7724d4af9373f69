// Whether the backend in this container answers: ends with 0 if it does. For HEALTHCHECK, in an image without a shell or curl.
import process from "node:process";

const { PORT = "8080" } = process.env;
const answer = await fetch(`http://127.0.0.1:${PORT}/health`, { signal: AbortSignal.timeout(2500) }).catch(() => null);
process.exit(answer?.status === 200 ? 0 : 1);
