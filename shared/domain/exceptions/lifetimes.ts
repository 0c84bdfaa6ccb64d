// How long exceptions live, by team: what a leader looks at, without a name in it.
import type { TeamLifetimes } from '../../wire/exceptions.ts'
import { dayMs } from '../time/calendar-date.ts'
import type { Episode } from './episodes.ts'

/** Over which it is looked back. */
export const lifetimeDays = 90

/** Middle value, the mean of the two in the middle; null of none. */
const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** What was put in order counts; what was withdrawn, moved away or ran out of its period was not mended by anybody. */
const isMended = ({ cleared }: Episode): boolean => cleared?.how === 'mended' || cleared?.how === 'closed'

const lifeOf = ({ since, cleared }: Episode, now: number): number => Math.max(0, (cleared?.at ?? now) - since)

/** Of those whose team passes `sees`, in the order of `teams`; the ones without a team last. `now` in epoch ms. */
export const lifetimesOf = (
  open: readonly Episode[],
  cleared: readonly Episode[],
  teams: readonly { readonly id: string; readonly name: string }[],
  sees: (team: string | null) => boolean,
  now: number,
): readonly TeamLifetimes[] => {
  const recent = cleared.filter(
    (episode) => (episode.cleared?.at ?? 0) > now - lifetimeDays * dayMs && isMended(episode),
  )
  const known = new Map(teams.map(({ id, name }) => [id, name]))
  const teamOf = ({ team }: Episode): string | null => (team !== null && known.has(team) ? team : null)
  const isOwn = ({ subject }: Episode): boolean => subject.kind !== 'team'
  return [...teams.map(({ id }) => id), null].flatMap((team): TeamLifetimes[] => {
    if (!sees(team)) return []
    const [standing, mended] = [open, recent].map((all) =>
      all.filter((episode) => isOwn(episode) && teamOf(episode) === team),
    )
    if (!standing || !mended || standing.length + mended.length === 0) return []
    const written = mended.filter(({ notes }) => notes.length > 0)
    const again = (first: Episode): boolean =>
      [...open, ...cleared].some(
        ({ rule, subject, nth }) =>
          rule === first.rule &&
          nth === first.nth + 1 &&
          JSON.stringify(subject) === JSON.stringify(first.subject),
      )
    const medianLife = (of: readonly Episode[]): number | null =>
      medianOf(of.map((each) => lifeOf(each, now)))
    return [
      {
        team,
        name: team === null ? null : (known.get(team) ?? null),
        open: standing.length,
        longest: standing.length === 0 ? null : Math.max(...standing.map((each) => lifeOf(each, now))),
        mended: mended.length,
        median: medianLife(mended),
        written: { mended: written.length, median: medianLife(written) },
        cameBack: written.filter(again).length,
      },
    ]
  })
}
