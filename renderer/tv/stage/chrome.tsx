// What stays while scenes change: the clock, where the rotation is, and how old the numbers are.
import { type CSSProperties, memo } from 'react'
import type { SceneNow } from '../../../shared/domain/screens/rotation.ts'
import { formatAge } from '../../../shared/domain/words/age.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'
import type { Store } from '../../live/store.ts'
import { useStore } from '../../live/use-store.ts'
import { type Link, skippedTitles, type Wall } from '../../live/wall.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { timeOfDay } from '../../ui/zoned-format.ts'
import { aroundOf } from './around.ts'
import { Held } from './held.tsx'
import { notedOf, troubleOf } from './trouble.ts'
import './chrome.css'

interface ChromeProps {
  readonly wall: Store<Wall>
  readonly stage: StageMessage
  readonly scene: SceneNow
  readonly now: number
}

export const Chrome = ({ wall, stage, scene, now }: ChromeProps) => {
  const link = useStore(wall, (value) => value.link)
  const around = aroundOf(
    useStore(wall, (value) => (scene.board === null ? undefined : value.boards.get(scene.board)?.view.kind)),
  )
  const changedAt = useStore(wall, (value) =>
    scene.board === null ? null : (value.boards.get(scene.board)?.view.changedAt ?? null),
  )
  /** While a board awaits its first numbers it says so itself. */
  const awaits = useStore(wall, (value) =>
    scene.board === null ? null : (value.boards.get(scene.board)?.view.awaits ?? null),
  )
  const time = (at: number) => timeOfDay(at, stage.floor.locale, stage.screen.timeZone)
  const { hold } = stage
  const isHeld = hold !== undefined && link.state === 'connected' && now < hold.until
  const { say } = useSurroundings().format
  return (
    <div className="chrome">
      {around.clock && <Clock at={now} locale={stage.floor.locale} timeZone={stage.screen.timeZone} />}
      <div className="chrome-foot">
        <Skipped wall={wall} stage={stage} playlist={scene.playlist} now={now} />
        {around.page && scene.pages > 1 && (
          <span className="page-mark">
            {say(
              { id: 'wall.page', defaultMessage: 'page {page} of {pages}' },
              { page: scene.page + 1, pages: scene.pages },
            )}
          </span>
        )}
        {((around.age && awaits === null) || link.state !== 'connected') && (
          <Freshness link={link} changedAt={changedAt} now={now} time={time} />
        )}
        {isHeld && <Held hold={hold} now={now} time={time} />}
        {around.progress && !isHeld && !scene.held && <Progress scene={scene} now={now} />}
      </div>
    </div>
  )
}

interface ClockProps {
  readonly at: number
  readonly locale: string
  readonly timeZone: string
}

/** Written once a minute, not with every number that changes. */
const Clock = memo(({ at, locale, timeZone }: ClockProps) => (
  <span className="clock">{timeOfDay(at, locale, timeZone)}</span>
))
Clock.displayName = 'Clock'

interface FreshnessProps {
  readonly link: Link
  readonly changedAt: number | null
  readonly now: number
  readonly time: (at: number) => string
}

const staleNote = (
  note: string | undefined,
  since: number | null,
  now: number,
  time: FreshnessProps['time'],
  say: Say,
): string => {
  if (note !== undefined)
    return since === null
      ? note
      : `${note} · ${say({ id: 'wall.note-since', defaultMessage: 'numbers from {time}' }, { time: time(since) })}`
  if (since === null) return say({ id: 'wall.no-word', defaultMessage: 'No word from the feed' })
  return say(
    { id: 'wall.stale', defaultMessage: 'Numbers from {time} · {age}' },
    { time: time(since), age: formatAge(now - since, say) },
  )
}

const Freshness = ({ link, changedAt, now, time }: FreshnessProps) => {
  const { say } = useSurroundings().format
  if (link.state !== 'connected') {
    const since = (link.state === 'gone' ? link.since : null) ?? changedAt
    return (
      <span className="stale" role="status">
        <span className="stale-mark">!</span>
        {staleNote(troubleOf(link, say)?.note, since, now, time, say)}
      </span>
    )
  }
  const noted = notedOf(link, say)
  if (noted !== null)
    return (
      <span className="stale" role="status">
        <span className="stale-mark">!</span>
        {noted}
      </span>
    )
  if (changedAt === null)
    return <span className="fresh">{say({ id: 'wall.no-numbers', defaultMessage: 'no numbers yet' })}</span>
  return (
    <span className="fresh">
      {say({ id: 'wall.updated', defaultMessage: 'updated {age}' }, { age: formatAge(now - changedAt, say) })}
    </span>
  )
}

interface SkippedProps {
  readonly wall: Store<Wall>
  readonly stage: StageMessage
  readonly playlist: string
  readonly now: number
}

const Skipped = ({ wall, stage, playlist, now }: SkippedProps) => {
  const { say } = useSurroundings().format
  const scenes = Object.hasOwn(stage.playlists, playlist) ? (stage.playlists[playlist] ?? []) : []
  const ids = [...scenes.map(({ board }) => board), ...(stage.hold ? [stage.hold.board] : [])]
  const titles = useStore(wall, (value) => skippedTitles(value, ids, now).join(', '))
  return titles === '' ? null : (
    <span className="skipped line" role="status">
      {say({ id: 'wall.skipping', defaultMessage: 'Skipping {titles}' }, { titles })}
    </span>
  )
}

interface ProgressProps {
  readonly scene: SceneNow
  readonly now: number
}

/** One mark per scene; the current one fills by an animation that the compositor runs. */
const Progress = memo(
  ({ scene, now }: ProgressProps) => {
    const fill = {
      animationDuration: `${scene.endsAt - scene.startedAt}ms`,
      animationDelay: `${scene.startedAt - now}ms`,
    } as CSSProperties
    return (
      <ol className="progress" aria-hidden="true">
        {Array.from({ length: scene.slots }, (_, slot) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
          <li className="progress-mark" key={slot} data-past={slot < scene.slot || undefined}>
            {slot === scene.slot && <span className="progress-fill" key={scene.startedAt} style={fill} />}
          </li>
        ))}
      </ol>
    )
  },
  // The fill runs by itself from where it started; a new minute must not start it again.
  (before, after) =>
    before.scene.startedAt === after.scene.startedAt &&
    before.scene.endsAt === after.scene.endsAt &&
    before.scene.slots === after.scene.slots,
)
Progress.displayName = 'Progress'
