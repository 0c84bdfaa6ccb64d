// Hashes passwords by argon2id. A hash takes tens of milliseconds of one core and 19 MB on purpose, so few run at a time
// and few wait: whoever sends sign-ins by the thousand does not slow the walls.
import { hash, verify } from '@node-rs/argon2'
import { AccessRefusal } from './refusal.ts'
import { newSecret } from './secret.ts'

/** OWASP's second choice of equal strength; argon2id is the library's default. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const mostAtOnce = 2
const mostWaiting = 20

export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** Takes as long for null, which nothing matches: the delay does not say whether there is an account. */
  verify(kept: string | null, password: string): Promise<boolean>
}

export const createPasswordHasher = (): PasswordHasher => {
  let running = 0
  const waiting: (() => void)[] = []
  let nobodys: Promise<string> | null = null

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting)
        throw new AccessRefusal('too-busy', 'Too many people sign in at once; try again shortly.')
      // Whoever ends hands their place on.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password, strength)),
    verify: (kept, password) =>
      inTurn(async () => {
        nobodys ??= hash(newSecret(), strength)
        const isRight = await verify(kept ?? (await nobodys), password)
        return kept !== null && isRight
      }),
  }
}
