// Secrets in the file `secrets.json` of a data folder, each sealed by AES-256-GCM under its own name: one that is put under
// another's name, or changed, opens no more. The key is given, or made at first use and kept beside them, so that a backup
// of the file alone gives nothing away.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BadSetUp } from '../bad-set-up.ts'
import { replaceDurably, writeDurably } from './durable-file.ts'
import type { KeptFolder } from './kept-folder.ts'
import { LogUnavailable } from './log.ts'
import type { SecretStore } from './secrets.ts'

export const secretFileName = 'secrets.json'
export const secretKeyFileName = 'secret-key'

const algorithm = 'aes-256-gcm'
const keyBytes = 32
/** NIST SP 800-38D: 96 random bits, anew for each sealing. */
const nonceBytes = 12

const Sealed = z.strictObject({ nonce: z.base64(), tag: z.base64(), data: z.base64() })
const SecretFile = z.strictObject({ format: z.literal(1), secrets: z.record(z.string(), Sealed) })
type Sealed = z.infer<typeof Sealed>

const seal = (key: Buffer, name: string, secret: string): Sealed => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(name))
  const data = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  const tag = cipher.getAuthTag()
  return { nonce: nonce.toString('base64'), tag: tag.toString('base64'), data: data.toString('base64') }
}

/** Null where the key is another one, or the text was changed. */
const unseal = (key: Buffer, name: string, { nonce, tag, data }: Sealed): string | null => {
  try {
    const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64'), { authTagLength: 16 })
      .setAAD(Buffer.from(name))
      .setAuthTag(Buffer.from(tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** 32 bytes as they are, in base64 or hexadecimal; of any other text its hash, which needs to be long to be worth anything. */
const keyOf = (text: string): Buffer => {
  const trimmed = text.trim()
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex')
  const decoded = Buffer.from(trimmed, 'base64')
  if (decoded.length === keyBytes) return decoded
  if (trimmed.length < 24)
    throw new BadSetUp('FLOORBOARD_SECRET_KEY is too short: give 32 random bytes in base64.')
  return createHash('sha256').update(trimmed).digest()
}

const madeKey = (file: string): Buffer => {
  if (existsSync(file)) return keyOf(readFileSync(file, 'utf8'))
  const key = randomBytes(keyBytes)
  writeDurably(file, `${key.toString('base64')}\n`)
  return key
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readFile = (file: string): z.infer<typeof SecretFile> => {
  if (!existsSync(file)) return { format: 1, secrets: {} }
  try {
    return SecretFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new BadSetUp(
      `${file} is not the file of secrets that it should be: put it back from a backup, or move it away and set the connections up again.`,
      { cause: error },
    )
  }
}

/** One that came from a backup may be open to everybody. A disk that takes nothing leaves it so, and the feed starts. */
const closeToOthers = (file: string): void => {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return
  try {
    chmodSync(file, 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EROFS')) throw error
  }
}

/** What is wrong with the files of a folder, in a sentence; null where nothing is, or where there are none. */
export const secretsFault = (folder: string): string | null => {
  try {
    readFile(join(folder, secretFileName))
    return null
  } catch (error) {
    return words(error)
  }
}

/**
 * `key`: as it was given; left out, one is made when the first secret is kept. `kept`: what keeps the folder, where something else
 * does. Throws `BadSetUp`.
 */
export const openSecretFile = (
  folder: string,
  key?: string,
  kept?: Pick<KeptFolder, 'changed'>,
): SecretStore => {
  const file = join(folder, secretFileName)
  const keyFile = join(folder, secretKeyFileName)
  let { secrets } = readFile(file)
  let known: Buffer | null = key === undefined ? null : keyOf(key)
  if (existsSync(keyFile)) closeToOthers(keyFile)

  const keyToRead = (): Buffer | null => {
    if (known === null && existsSync(keyFile)) known = madeKey(keyFile)
    return known
  }
  const refusing = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      throw new LogUnavailable(`the secrets cannot be written: ${words(error)}`, { cause: error })
    }
  }
  /** One after another: each writes all of them. */
  let writing: Promise<void> = Promise.resolve()
  const keep = (change: () => Record<string, Sealed>): Promise<void> => {
    const written = writing.then(() =>
      refusing(async () => {
        const next = change()
        await replaceDurably(file, `${JSON.stringify({ format: 1, secrets: next }, null, 2)}\n`)
        secrets = next
        kept?.changed(file)
      }),
    )
    writing = written.catch(() => undefined)
    return written
  }

  return {
    get: (name) => {
      const sealed = secrets[name]
      const used = keyToRead()
      return sealed === undefined || used === null ? null : unseal(used, name, sealed)
    },
    names: () => Object.keys(secrets).sort(),
    set: (name, secret) =>
      keep(() => {
        known ??= madeKey(keyFile)
        return { ...secrets, [name]: seal(known, name, secret) }
      }),
    remove: (name) =>
      keep(() => {
        const { [name]: _, ...rest } = secrets
        return rest
      }),
  }
}
