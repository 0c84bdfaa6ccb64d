// The meetings of a small company, whose calendars stand-ins of several vendors show: who has which, what became of them, and
// what a floor should have in the end, worked out without a line of the connectors.
import type { Dice } from '../../main/feed/connectors/connector-suite.ts'
import type { Fact } from '../../shared/wire/fact.ts'

export interface DiaryMeeting {
  /** The same in everybody’s calendar. */
  readonly uid: string
  /** One of a series: when it was first to begin, epoch ms. */
  readonly instance: number | null
  start: number
  end: number
  isAllDay: boolean
  isFocusTime: boolean
  isCancelled: boolean
  readonly organizer: string
  /** By address: whether they declined. */
  readonly guests: Map<string, boolean>
  title: string
  /** Whose copy is thrown away. */
  readonly without: Set<string>
}

export interface Diary {
  readonly meetings: Map<string, DiaryMeeting>
  /** In the order in which copies changed: whose, and which meeting. */
  readonly changes: { readonly calendar: string; readonly key: string }[]
  /** Whether this calendar has a copy. */
  has(calendar: string, meeting: DiaryMeeting): boolean
  put(meeting: Partial<DiaryMeeting> & { readonly start: number }): DiaryMeeting
  /** All copies changed. */
  touch(meeting: DiaryMeeting): void
  keyOf(meeting: Pick<DiaryMeeting, 'uid' | 'instance'>): string
}

export const reps = ['marcus@northwind.test', 'priya@northwind.test'] as const
/** A colleague who is nobody on the floor. */
const colleague = 'sam@northwind.test'
const customers = ['ann@acme.test', 'bo@globex.test', 'cy@mail.initech.test']
const room = 'room-4@resource.calendar.google.com'
export const isRoom = (email: string): boolean => email === room

export const createDiary = (): Diary => {
  let next = 1
  const diary: Diary = {
    meetings: new Map(),
    changes: [],
    keyOf: ({ uid, instance }) => `${uid} ${instance ?? ''}`,
    has: (calendar, meeting) =>
      !meeting.without.has(calendar) && (meeting.organizer === calendar || meeting.guests.has(calendar)),
    put: (given) => {
      const meeting: DiaryMeeting = {
        uid: `ev${next++}@google.com`,
        instance: null,
        end: given.start + 1_800_000,
        isAllDay: false,
        isFocusTime: false,
        isCancelled: false,
        organizer: reps[1],
        guests: new Map([['ann@acme.test', false]]),
        title: 'Demo',
        without: new Set(),
        ...given,
      }
      diary.meetings.set(diary.keyOf(meeting), meeting)
      diary.touch(meeting)
      return meeting
    },
    touch: (meeting) => {
      for (const calendar of reps)
        if (meeting.organizer === calendar || meeting.guests.has(calendar))
          diary.changes.push({ calendar, key: diary.keyOf(meeting) })
    },
  }
  return diary
}

const minute = 60_000

const ofOneSeries = 4

/** The series of an instance, which a few share; none where it would be a second one at its time. */
const seriesOf = (diary: Diary, instance: number): { readonly uid?: string } => {
  const before = [...diary.meetings.values()].filter((meeting) => meeting.instance !== null).length
  const uid = `series${Math.floor(before / ofOneSeries)}@google.com`
  return diary.meetings.has(diary.keyOf({ uid, instance })) ? {} : { uid }
}

export const newMeeting = (diary: Diary, dice: Dice, start: number): DiaryMeeting => {
  const guests = new Map<string, boolean>()
  for (const each of [...customers, ...reps, colleague, room])
    if (dice.below(3) === 0) guests.set(each, dice.below(6) === 0)
  if (dice.below(3) > 0) guests.set(dice.one(customers), false)
  const isSeries = dice.below(6) === 0
  const end = start + (15 + dice.below(60)) * minute
  const instance = isSeries ? start - dice.below(3) * 3_600_000 : null
  return diary.put({
    start,
    end,
    instance,
    ...(instance !== null && seriesOf(diary, instance)),
    organizer: dice.one([...reps, ...reps, ...reps, colleague, 'ann@acme.test']),
    guests,
    isAllDay: dice.below(20) === 0,
    isFocusTime: dice.below(20) === 0,
    title: dice.one(['Demo', 'Demo', 'No-show: demo', 'Follow-up']),
  })
}

/** One random edit; returns the meeting that it touched. `now`: epoch ms. */
export const editDiary = (diary: Diary, dice: Dice, now: number): DiaryMeeting | null => {
  const roll = dice.below(100)
  if (roll < 40)
    return newMeeting(
      diary,
      dice,
      Math.floor(now / minute) * minute - dice.below(2000) * minute + dice.below(300) * minute,
    )
  // Of older ones calendars tell no changes.
  const all = [...diary.meetings.values()].filter(({ start }) => start > now - 100 * 86_400_000)
  const meeting = all.length === 0 ? null : dice.one(all)
  if (meeting === null || meeting.isCancelled) return null
  if (roll < 55) {
    const guest = [...meeting.guests.keys()]
    if (guest.length === 0) return null
    const email = dice.one(guest)
    meeting.guests.set(email, !meeting.guests.get(email))
  } else if (roll < 65) meeting.isCancelled = true
  else if (roll < 75) {
    const moved = dice.below(120) * minute
    meeting.start -= moved
    meeting.end -= moved
  } else if (roll < 82) meeting.title = dice.one(['Demo', 'noshow'])
  else if (roll < 90) meeting.guests.set(dice.one(customers), false)
  else {
    // An own copy that is thrown away declines, and the others hear of it.
    const own = reps.filter((email) => email !== meeting.organizer && diary.has(email, meeting))
    if (own.length === 0) return null
    const email = dice.one(own)
    meeting.without.add(email)
    meeting.guests.set(email, true)
  }
  diary.touch(meeting)
  return meeting
}

const isOutside = (email: string): boolean => !email.endsWith('northwind.test') && !isRoom(email)

/** Null for one that counts nowhere at an instant (epoch ms). */
export const heldAt = (diary: Diary, meeting: DiaryMeeting, now: number): object | null => {
  const { organizer, guests } = meeting
  if (meeting.isCancelled || meeting.isAllDay || meeting.isFocusTime || meeting.end > now) return null
  if (!reps.some((email) => diary.has(email, meeting))) return null
  const there = new Set(
    [...guests].filter(([email, declined]) => !declined && !isRoom(email)).map(([email]) => email),
  )
  if (guests.get(organizer) !== true) there.add(organizer)
  const credited = reps.filter((email) => there.has(email))
  const outside = [...there].filter(isOutside).length
  if (credited.length === 0 || outside === 0) return null
  return {
    at: new Date(meeting.start).toISOString(),
    seconds: (meeting.end - meeting.start) / 1000,
    outcome: /no-?show/i.test(meeting.title) ? 'no show' : 'held',
    outside,
    reps: credited.map((email) => `${email} ${credited.length === 1 ? 1 : 0.5}`),
  }
}

/** The same where who declined is known to the organiser alone: each other copy knows of its own owner. */
export const heldInExchange = (diary: Diary, meeting: DiaryMeeting, now: number): object | null => {
  const { organizer } = meeting
  if (meeting.isCancelled || meeting.isAllDay || meeting.isFocusTime || meeting.end > now) return null
  const invited = [...meeting.guests].filter(([email]) => email !== organizer && !isRoom(email))
  const isOurs = reps.some((email) => email === organizer)
  if (
    !isOurs &&
    !invited.some(
      ([email, declined]) => !declined && diary.has(email, meeting) && reps.some((rep) => rep === email),
    )
  )
    return null
  const there = new Set([
    organizer,
    ...invited.filter(([, declined]) => !isOurs || !declined).map(([email]) => email),
  ])
  const credited = reps.filter((email) => there.has(email))
  const outside = [...there].filter(isOutside).length
  if (outside === 0) return null
  return {
    at: new Date(meeting.start).toISOString(),
    seconds: (meeting.end - meeting.start) / 1000,
    outcome: /no-?show/i.test(meeting.title) ? 'no show' : 'held',
    outside,
    reps: credited.map((email) => `${email} ${credited.length === 1 ? 1 : 0.5}`),
  }
}

export const seenMeeting = (fact: Fact): unknown =>
  fact.type === 'deal'
    ? fact
    : {
        at: fact.at,
        seconds: fact.durationSeconds,
        outcome: fact.outcome,
        outside: fact.fields?.['From outside'],
        reps: fact.credits.map(({ rep, share }) => `${rep} ${share ?? 1}`),
      }
