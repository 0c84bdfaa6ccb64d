// Electron 25, in which the kiosk is tested where a newer one cannot be downloaded, has Node 18.15. That lacks two
// things that the feed and its libraries need; this adds them, and must be imported before all of them.
import diagnostics from 'node:diagnostics_channel'

// Fastify opens tracing channels when it loads. These have no subscribers.
const call = (run: (...args: unknown[]) => unknown, _context: unknown, self: unknown, ...args: unknown[]) =>
  run.apply(self, args)
const silent = { hasSubscribers: false, traceSync: call, tracePromise: call, traceCallback: call }
if (!('tracingChannel' in diagnostics)) Object.assign(diagnostics, { tracingChannel: () => silent })

const canParse = (text: string, base?: string): boolean => {
  try {
    return new URL(text, base).href !== ''
  } catch {
    return false
  }
}
if (!('canParse' in URL)) Object.assign(URL, { canParse })
