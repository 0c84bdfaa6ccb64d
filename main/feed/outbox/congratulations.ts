// What a leader does by the link that a message gave them: they see whom it is about, and write. Looking changes nothing,
// since mail programs and scanners look at every link.
import { z } from 'zod'
import { mediaNameOf } from '../../../shared/domain/media/media-uses.ts'
import {
  changedLately,
  foreignLink,
  formerLeader,
  oldLink,
  strangeLink,
  takenBackLink,
} from '../../../shared/domain/words/link-words.ts'
import { type Say, sayIn } from '../../../shared/domain/words/say.ts'
import type { Leader } from '../../../shared/wire/celebrations/alert.ts'
import type { CongratulateAnswer } from '../../../shared/wire/celebrations/api.ts'
import type { WordFromTheTop } from '../../../shared/wire/celebrations/view.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Face } from '../../../shared/wire/view-parts.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import { consoleDevice, type KnownWord, type Words, wordRecord } from '../celebrations/words.ts'
import type { RecordWrite, WriteOutcome } from '../store/log.ts'
import type { OutboxStore } from '../store/outbox-store.ts'
import { bodyOf, isOfCelebration, isTakenBack } from './delivery.ts'
import { leaderFace, personFace } from './leader-face.ts'
import type { Links } from './links.ts'
import { isHere, leaderOf } from './recipients.ts'

/** Why a link opens nothing, in a sentence for whoever has it. */
export class LinkRefused extends Error {
  override readonly name = 'LinkRefused'
}

/** It was changed a short while ago; the message says so. */
export class TooSoon extends Error {
  override readonly name = 'TooSoon'
  readonly seconds: number

  constructor(say: Say, seconds: number) {
    super(changedLately(say, Math.max(1, Math.ceil(seconds / 60))))
    this.seconds = seconds
  }
}

export interface Congratulations {
  /** `device`: of the browser that asks, hashed; null where it has written nothing yet. Throws `LinkRefused`. */
  see(link: string, device: string | null): CongratulateAnswer
  /** The person's photo, as a name below the media folder; null without one of the floor's own. Throws `LinkRefused`. */
  photo(link: string): string | null
  /** `device`: whose words they are from now on. Throws `LinkRefused`, `TooSoon` and `LogUnavailable`. */
  write(link: string, text: string, device: string): Promise<CongratulateAnswer>
}

interface CongratulationsParts {
  readonly store: OutboxStore
  readonly words: Words
  readonly links: () => Links
  readonly floor: () => FloorFile
  /** The floor's date, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Epoch ms. */
  readonly now: () => number
  readonly append: (records: readonly RecordWrite[]) => Promise<readonly WriteOutcome[]>
  /** Has the person told by mail. */
  readonly tell: (celebration: DecidedCelebration, word: WordFromTheTop, leader: string) => Promise<void>
}

const hourMs = 3_600_000
const Email = z.email()

/** By which mail reaches a person: the first of their names in sources that is an address. */
export const emailOf = ({ people }: FloorFile, id: string): string | null =>
  people.find((person) => person.id === id)?.aliases.find((alias) => Email.safeParse(alias).success) ?? null

interface Opened {
  readonly celebration: DecidedCelebration
  readonly leader: Leader
  readonly email: string
  readonly until: number
  readonly stands: boolean
}

export const createCongratulations = (parts: CongratulationsParts): Congratulations => {
  const { store, words, floor, now } = parts
  const say = (): Say => sayIn(floor().floor.locale)

  const open = (link: string): Opened => {
    const links = parts.links()
    const read = links.read(link)
    const delivery = read === null ? null : store.delivery(read.key)
    const body = delivery === null || !isOfCelebration(delivery) ? null : bodyOf(delivery)
    if (read === null || body?.target.kind !== 'leader' || !links.isSigned(link, body.target.email))
      throw new LinkRefused(strangeLink(say()))
    const { celebration, target } = body
    if (read.until <= now()) throw new LinkRefused(oldLink(say()))
    const leader = leaderOf(floor().alerts, celebration.tell, target.email)
    if (leader === null || !isHere(leader, parts.today())) throw new LinkRefused(formerLeader(say()))
    const stands = !isTakenBack(store, celebration.id)
    return { celebration, leader, email: target.email.toLowerCase(), until: read.until, stands }
  }

  /** Whoever signed in to write on the console may be somebody at any browser. */
  const isOfAnother = (wrote: KnownWord | null, device: string | null): boolean =>
    wrote !== null && wrote.device !== consoleDevice && wrote.device !== device

  /** A photo of the floor's own is for those who have signed in; whoever has the link gets this one by it. */
  const faceOf = (file: FloorFile, person: string | undefined, link: string): Face | null => {
    const face = personFace(file, person)
    return face?.photo != null && mediaNameOf(face.photo) !== null
      ? { ...face, photo: `/api/v1/congratulate/${encodeURIComponent(link)}/photo` }
      : face
  }

  const answer = (link: string, opened: Opened, device: string | null): CongratulateAnswer => {
    const { celebration, leader, email, until, stands } = opened
    const { id, title, names, about, people, deal } = celebration
    const file = floor()
    const wrote = words.of(id, email)
    return {
      floor: file.floor.name,
      locale: file.floor.locale,
      currency: file.floor.currency,
      leader: { name: leader.name, title: leader.title ?? null },
      title,
      names: [...names],
      about,
      face: faceOf(file, people[0], link),
      deal:
        deal === null
          ? null
          : { amount: deal.amountMinor, account: deal.account, helpers: [...deal.helpers] },
      wrote: wrote?.word.text ?? null,
      stands,
      until,
      mayWriteAt: wrote === null ? 0 : wrote.word.at + hourMs,
      isForeign: isOfAnother(wrote, device),
      screens: Math.max(1, file.screens.length),
      mailsTo: people.flatMap((person) =>
        emailOf(file, person) === null ? [] : (personFace(file, person)?.name ?? []),
      ),
      now: now(),
    }
  }

  return {
    see: (link, device) => answer(link, open(link), device),
    photo: (link) => {
      const [first] = open(link).celebration.people
      const photo = personFace(floor(), first)?.photo ?? null
      return photo === null ? null : mediaNameOf(photo)
    },
    write: async (link, text, device) => {
      const opened = open(link)
      const { celebration, leader, email, stands } = opened
      if (!stands) throw new LinkRefused(takenBackLink(say()))
      const before = words.of(celebration.id, email)
      if (isOfAnother(before, device)) throw new LinkRefused(foreignLink(say()))
      if (before !== null && before.word.at + hourMs > now())
        throw new TooSoon(say(), (before.word.at + hourMs - now()) / 1000)
      const word: WordFromTheTop = {
        text,
        from: leaderFace(floor(), leader),
        title: leader.title ?? null,
        at: now(),
      }
      const record = wordRecord({ celebration, leader: email, word, device, nth: (before?.nth ?? 0) + 1 })
      const [outcome] = await parts.append([record])
      // Of two that came at once one stands, and the other one is told so.
      if (outcome?.changed !== true) throw new TooSoon(say(), hourMs / 1000)
      await parts.tell(celebration, word, email)
      return answer(link, opened, device)
    },
  }
}
