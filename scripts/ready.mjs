// Whether the server on this machine can serve, as its exit code: for a container's health check.
const { PORT = '3000', ALOUD_HOST: host } = process.env;
const isEverywhere = !host || host === '0.0.0.0' || host === '::';
try {
  const { ok } = await fetch(`http://${isEverywhere ? '127.0.0.1' : host}:${PORT}/readyz`, {
    signal: AbortSignal.timeout(4000),
  });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
