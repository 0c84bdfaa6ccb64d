// The certificate that a feed makes for itself when it is first reached from other machines. Browsers warn of it once;
// programs and TVs are told its fingerprint.
import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { BadSetUp } from './bad-set-up.ts'
import type { Clock } from './clock.ts'
import { writeDurably } from './store/durable-file.ts'

export interface Certificate {
  /** PEM, with those it rests on. */
  readonly cert: string
  readonly key: string
}

/** What people compare: `SHA-256` in hexadecimal with colons. */
export const fingerprintOf = (cert: string): string => new X509Certificate(cert).fingerprint256

const lifeDays = 3650

const addresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).flatMap(({ address, scopeid }) => (scopeid ? [] : [address])),
  )

const make = async (names: readonly string[], clock: Clock): Promise<Certificate> => {
  // Loaded where it is needed: it takes longer to load than all else of a feed on the machine itself.
  const { generate } = await import('selfsigned')
  const now = clock.now()
  const machine = hostname()
  const made = await generate([{ name: 'commonName', value: names[0] ?? machine }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 86_400_000),
    notAfterDate: new Date(now + lifeDays * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...[...names, machine, `${machine}.local`, 'localhost'].map((value) => ({
            type: 2 as const,
            value,
          })),
          ...addresses().map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  return { cert: made.cert, key: made.private }
}

const read = (folder: string): Certificate | null => {
  const [cert, key] = ['tls-cert.pem', 'tls-key.pem'].map((name) => join(folder, name))
  if (cert === undefined || key === undefined || !existsSync(cert) || !existsSync(key)) return null
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
}

/** The one in the data folder, which is made when there is none. Throws `BadSetUp`. */
export const ownCertificate = async (
  folder: string,
  names: readonly string[],
  clock: Clock,
): Promise<Certificate> => {
  try {
    const kept = read(folder)
    if (kept !== null) return kept
    const made = await make(names, clock)
    writeDurably(join(folder, 'tls-key.pem'), made.key)
    writeDurably(join(folder, 'tls-cert.pem'), made.cert)
    return made
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadSetUp(
      `The feed's own certificate cannot be kept in ${folder}: ${why}. Name files of your own with --tls-cert and --tls-key, or speak plain HTTP with --plain-http.`,
      { cause: error },
    )
  }
}
