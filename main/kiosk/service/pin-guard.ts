// Who knows the PIN opens the service menu; who guesses waits longer and longer.
import type { HashedPin, WrongPins } from '../../../shared/wire/service.ts'
import type { Journal } from '../journal.ts'
import type { ServiceFile } from './service-file.ts'

const freeTries = 5
/** After the fifth wrong one in a row, the sixth, the seventh, and every further one. */
const waitsMs = [60_000, 120_000, 300_000, 900_000] as const
const dayMs = 86_400_000

export interface PinGuard {
  /** Whether there is one. A TV that no feed has told of one has nothing to protect. */
  isSet(): boolean
  keep(pin: HashedPin): void
  /** Forgets the PIN: this TV is set up anew. */
  forget(): Promise<void>
  /** How long no PIN is looked at yet. */
  waitMs(): number
  try(pin: string): Promise<'right' | 'wrong' | 'waits'>
  /** Null where there was none in the last day. */
  wrongPins(): WrongPins | null
}

export interface PinGuardParts {
  readonly file: ServiceFile
  /** Whether it is the PIN of which this is the hash; takes its time, so that nobody can guess fast. */
  readonly checkPin: (pin: string, hashed: HashedPin) => Promise<boolean>
  readonly journal: Journal
  /** Epoch ms. */
  readonly now: () => number
  /** Ms on a clock that is never set. */
  readonly running: () => number
}

export async function openPinGuard({
  file,
  checkPin,
  journal,
  now,
  running,
}: PinGuardParts): Promise<PinGuard> {
  let { pin, wrong } = await file.load()
  let noted: readonly number[] = []
  /** One after another: of tries at the same moment each is counted. */
  let checking: Promise<unknown> = Promise.resolve()

  const waitOf = (tries: number): number =>
    tries < freeTries ? 0 : (waitsMs[Math.min(tries - freeTries, waitsMs.length - 1)] ?? 0)
  // A restart does not shorten the wait, and needs no clock that is right: it begins again.
  let waitsUntil = running() + waitOf(wrong)
  const waitMs = () => Math.max(0, waitsUntil - running())

  const noteWrong = () => {
    noted = [...noted, now()].slice(-1000)
    waitsUntil = running() + waitOf(wrong)
    journal.warn('a wrong PIN at the service menu', { inARow: wrong, waitMs: waitOf(wrong) })
  }

  const check = async (typed: string): Promise<'right' | 'wrong' | 'waits'> => {
    if (pin === null) return 'right'
    if (waitMs() > 0) return 'waits'
    // Counted before it is looked at: whoever pulls the plug in between has not gained a try.
    wrong += 1
    await file.save({ pin, wrong })
    if (!(await checkPin(typed, pin))) {
      noteWrong()
      return 'wrong'
    }
    wrong = 0
    await file.save({ pin, wrong })
    return 'right'
  }

  return {
    isSet: () => pin !== null,
    keep(next) {
      if (pin?.salt === next.salt && pin.hash === next.hash) return
      pin = next
      void file.save({ pin, wrong })
    },
    async forget() {
      pin = null
      wrong = 0
      await file.save({ pin, wrong })
    },
    waitMs,
    try(typed) {
      const answer = checking.then(() => check(typed))
      checking = answer.catch(() => undefined)
      return answer
    },
    wrongPins() {
      noted = noted.filter((at) => at > now() - dayMs)
      const lastAt = noted.at(-1)
      return lastAt === undefined ? null : { count: noted.length, lastAt }
    },
  }
}
