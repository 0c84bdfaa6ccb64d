// Electron 25, in which the kiosk is tried out where a newer one is out of reach, brings Node 18.15. It lacks two
// things that the feed and its libraries count on. Imported before all of them.
import diagnostics from 'node:diagnostics_channel'

// The server's libraries open tracing channels while they load. Nobody listens to these.
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
