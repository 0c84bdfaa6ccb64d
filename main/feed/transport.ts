// How others reach the feed: by TLS, unless only this machine does, or somebody said otherwise.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener, type ServerOptions } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { isLoopbackAddress } from './access/loopback.ts'
import { createIsProxy, type IsProxy } from './access/trusted-proxy.ts'
import { BadSetUp } from './bad-set-up.ts'
import type { Clock } from './clock.ts'
import { type Certificate, fingerprintOf, ownCertificate } from './own-certificate.ts'

/**
 * `plain`: everybody on the network can read passwords along. `proxy`: what stands before the feed at one of these addresses,
 * with commas between, says by `X-Forwarded-…` who asks. `files`: read anew when they change.
 */
export type TransportSettings =
  | { readonly kind: 'plain' }
  | { readonly kind: 'own' }
  | { readonly kind: 'files'; readonly cert: string; readonly key: string }
  | { readonly kind: 'proxy'; readonly address: string }

export interface Transport {
  /** What the feed itself speaks. */
  readonly protocol: 'http' | 'https'
  /** Whether browsers reach it by TLS. */
  readonly secure: boolean
  /** Whose `X-Forwarded-…` counts. */
  readonly proxy: IsProxy | null
  /** Of its certificate, where it has one. */
  readonly fingerprint: string | null
  createServer(options: ServerOptions, listener: RequestListener): ReturnType<typeof createHttpServer>
  close(): void
}

const lookEveryMs = 5000

/** Throws `BadSetUp` where they are not there, or do not belong together. */
const readFiles = ({ cert, key }: { readonly cert: string; readonly key: string }): Certificate => {
  for (const file of [cert, key])
    if (!existsSync(file))
      throw new BadSetUp(`There is no file ${file}, which holds the certificate or its key.`)
  try {
    const read = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
    createSecureContext(read)
    return read
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadSetUp(`The certificate ${cert} cannot be used with the key ${key}: ${why}.`, {
      cause: error,
    })
  }
}

const stampOf = (files: readonly string[]): string =>
  files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0).join(' ')

/** On the machine itself plain HTTP, and a proxy of this machine where people come by another address; TLS everywhere else. */
export const usualTransport = (listenHost: string, publicUrl: URL | null): TransportSettings => {
  if (!isLoopbackAddress(listenHost)) return { kind: 'own' }
  if (publicUrl === null || isLoopbackAddress(publicUrl.hostname)) return { kind: 'plain' }
  return { kind: 'proxy', address: '127.0.0.0/8,::1' }
}

export const plainTransport: Transport = {
  protocol: 'http',
  secure: false,
  proxy: null,
  fingerprint: null,
  createServer: (options, listener) => createHttpServer(options, listener),
  close: () => undefined,
}

interface TransportParts {
  readonly settings: TransportSettings
  readonly dataDir: string
  readonly names: readonly string[]
  /** Where people reach it; null where nobody has said. */
  readonly publicUrl: URL | null
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

export const openTransport = async (parts: TransportParts): Promise<Transport> => {
  const { settings, dataDir, names, publicUrl, clock, onError } = parts
  if (settings.kind === 'plain') return plainTransport
  if (settings.kind === 'proxy') {
    const proxy = createIsProxy(settings.address)
    if (proxy === null)
      throw new BadSetUp(
        `--trusted-proxy takes addresses such as 127.0.0.1 or 10.0.0.0/8, and "${settings.address}" is none.`,
      )
    // Nothing is said of the proxy but where people reach it: what it does not name is taken to be TLS.
    return { ...plainTransport, secure: publicUrl?.protocol !== 'http:', proxy }
  }

  let certificate =
    settings.kind === 'own' ? await ownCertificate(dataDir, names, clock) : readFiles(settings)
  const servers = new Set<ReturnType<typeof createHttpsServer>>()
  const watched = settings.kind === 'files' ? [settings.cert, settings.key] : []
  let stamp = stampOf(watched)
  const look = (): void => {
    const found = stampOf(watched)
    if (settings.kind !== 'files' || found === stamp) return
    stamp = found
    try {
      certificate = readFiles(settings)
      for (const server of servers) server.setSecureContext(certificate)
    } catch (error) {
      onError('the new certificate is not used', error)
    }
  }
  const looking = setInterval(look, lookEveryMs)
  looking.unref()
  return {
    protocol: 'https',
    secure: true,
    proxy: null,
    get fingerprint() {
      return fingerprintOf(certificate.cert)
    },
    createServer: (options, listener) => {
      const server = createHttpsServer({ ...options, ...certificate, minVersion: 'TLSv1.2' }, listener)
      servers.add(server)
      return server
    },
    close: () => clearInterval(looking),
  }
}
