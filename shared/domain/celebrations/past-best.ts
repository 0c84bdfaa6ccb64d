// The best that anybody has made of a metric in the last 24 windows: what a record has to be beyond.
import { type Roster, type SubjectIndex, stayAt } from '../people/roster.ts'

const windowsBack = 24
/** With less of a past every period would be a record. */
const leastWindows = 3
/** The past of a whole floor is looked at again after so long: late facts may have changed it. */
const keptMs = 60_000

export interface Attempt {
  readonly subject: SubjectIndex
  readonly of: 'rep' | 'team' | 'org'
  readonly scope: 'personal' | 'team' | 'floor'
  /** After and before the fact. */
  readonly value: number
  readonly was: number
}

interface PastBestParts {
  readonly roster: Roster
  /** `back`: so many windows before the one of `now` (epoch ms). */
  readonly amountIn: (subject: SubjectIndex, now: number, back?: number) => number | null
}

/** Null where the attempt is no record, else the best until now. */
export const createPastBest = ({ roster, amountIn }: PastBestParts) => {
  const ofSubject = (
    subject: SubjectIndex,
    now: number,
  ): { readonly best: number; readonly windows: number } => {
    let best = 0
    let windows = 0
    for (let back = 1; back <= windowsBack; back++) {
      const value = amountIn(subject, now, back) ?? 0
      if (value > 0) windows += 1
      best = Math.max(best, value)
    }
    return { best, windows }
  }

  const groupOf = ({ subject, of, scope }: Attempt, now: number): readonly SubjectIndex[] => {
    if (of === 'team') return roster.teams.map((team) => team.subject)
    if (scope === 'floor') return roster.people.map((member) => member.subject)
    const own = roster.personAt(subject)
    const team = own && stayAt(own, now).team
    return roster.people.filter((member) => stayAt(member, now).team === team).map((member) => member.subject)
  }

  const kept = new Map<string, { readonly at: number; readonly best: number }>()
  const bestOfOthers = (attempt: Attempt, group: readonly SubjectIndex[], now: number): number => {
    const key = `${attempt.subject} ${attempt.scope}`
    const known = kept.get(key)
    if (known && Math.abs(now - known.at) < keptMs) return known.best
    const others = group.filter((subject) => subject !== attempt.subject)
    const best = others.reduce((most, subject) => Math.max(most, ofSubject(subject, now).best), 0)
    kept.set(key, { at: now, best })
    return best
  }

  return (attempt: Attempt, now: number): number | null => {
    const { subject, of, scope, value, was } = attempt
    const own = ofSubject(subject, now)
    // Asked first, for it costs little: whoever is not beyond their own best is beyond nobody's.
    if (value <= own.best) return null
    if (of === 'org' || scope === 'personal')
      return own.windows >= leastWindows && was <= own.best ? own.best : null
    const group = groupOf(attempt, now)
    const current = group
      .filter((other) => other !== subject)
      .reduce((most, other) => Math.max(most, amountIn(other, now) ?? 0), 0)
    const best = Math.max(own.best, current, bestOfOthers(attempt, group, now))
    return best > 0 && value > best && was <= best ? best : null
  }
}
