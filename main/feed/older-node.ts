// Electron 25, in which the kiosk is tested where a newer one cannot be downloaded, has Node 18.15. That lacks three
// things that the feed and its libraries need; this adds them, and must be imported before all of them.
import diagnostics from 'node:diagnostics_channel'
import zlib from 'node:zlib'

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

// The log's checksums.
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
const crc32 = (data: string | Uint8Array, before = 0): number => {
  let crc = ~before
  for (const byte of typeof data === 'string' ? Buffer.from(data) : data)
    crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0)
  return ~crc >>> 0
}
if (!('crc32' in zlib)) Object.assign(zlib, { crc32 })
