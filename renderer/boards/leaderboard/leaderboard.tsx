// Who stands where against their own goal, the paired metric beside it, the team's goal below (picture 1).

import { type CSSProperties, useMemo } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'
import { figuresIn } from '../../../shared/domain/words/text-width.ts'
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import { SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Along } from '../../wall/along.tsx'
import { Arriving } from '../parts/arriving.tsx'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { isFew, rowsOnPage, slotsOf } from '../parts/paging.ts'
import { countsOver } from './answer.ts'
import { createBarScale } from './bar-scale.ts'
import { changeText } from './change-text.ts'
import { GoldAir, GoldBand } from './gold-band.tsx'
import { LeaderRow } from './leader-row.tsx'
import { PairPanel } from './pair-panel.tsx'
import { TeamGoal } from './team-goal.tsx'
import { useCrossedInTurn } from './use-crossed-in-turn.ts'
import './leaderboard.css'

interface LeaderboardProps {
  readonly view: LeaderboardView
  readonly page: number
  readonly pages: number
}

export const Leaderboard = ({ view, page, pages }: LeaderboardProps) => (
  <div
    className="leaderboard"
    data-pair={view.pair !== null || undefined}
    data-swatches={view.by !== undefined || undefined}
  >
    {Object.keys(view.rows).length === 0 ? (
      <NoRows view={view} />
    ) : (
      <Leaders view={view} page={page} pages={pages} />
    )}
    {view.pair && (
      <PairPanel
        pair={view.pair}
        page={page}
        pages={pages}
        takesGoals={view.by === undefined}
        counts={!countsOver(view)}
      />
    )}
    {view.team && <TeamGoal team={view.team} metric={view.metric} />}
  </div>
)

const NoRows = ({ view: { by, scope, metric } }: Pick<LeaderboardProps, 'view'>) => {
  const { format, locale } = useSurroundings()
  const { say } = format
  const name = midSentence(metric.name, locale)
  return by === undefined ? (
    <Empty headline={say({ id: 'board.nobody', defaultMessage: 'Nobody is on this board yet' })}>
      {say(
        {
          id: 'leaderboard.empty-advice',
          defaultMessage: 'As soon as people join {scope}, each of them gets a row here with their {metric}.',
        },
        { scope, metric: name },
      )}
    </Empty>
  ) : (
    <Empty
      headline={say(
        { id: 'leaderboard.no-values', defaultMessage: 'Nothing by {field} yet' },
        { field: by.field },
      )}
    >
      {say(
        {
          id: 'leaderboard.no-values-advice',
          defaultMessage:
            'As soon as something counts here, each {field} that it comes from gets a row with its {metric}.',
        },
        { field: by.field, metric: name },
      )}
    </Empty>
  )
}

/**
 * In figures: the widest number decides how wide its column is, so that it keeps its place while it counts. Writing
 * fifty numbers takes longer than all else that a change of one asks for, so what is known of a row is kept with it.
 */
const useColumns = ({ rows, metric: { unit }, rankBy }: LeaderboardView) => {
  const { format } = useSurroundings()
  const widths = useMemo(() => {
    const known = new WeakMap<LeaderboardRow, { readonly value: number; readonly beside: number }>()
    return (row: LeaderboardRow) => {
      const width = known.get(row) ?? {
        value: figuresIn(format.value(row.value, unit)),
        beside: figuresIn(
          rankBy === 'improvement'
            ? changeText(row.improvement, unit, format)
            : format.attainment(row.attainment),
        ),
      }
      known.set(row, width)
      return width
    }
  }, [format, unit, rankBy])
  return useMemo(() => {
    const all = Object.values(rows)
    const each = all.map(widths)
    return {
      value: Math.max(5, ...each.map(({ value }) => value)),
      beside: Math.max(4, ...each.map(({ beside }) => beside)),
      rank: String(Math.max(1, ...all.map((row) => row.rank ?? 1))).length,
    }
  }, [rows, widths])
}

/** Why the value ranks. */
const fallbackWords = (fallback: NonNullable<LeaderboardView['fallback']>, say: Say): string =>
  fallback === 'no goals'
    ? say({ id: 'leaderboard.no-goals', defaultMessage: 'No goals set: ranked by value' })
    : say({ id: 'leaderboard.no-past', defaultMessage: 'No past to compare with: ranked by value' })

/** What bars compare with where nobody has a goal; that values of a field have none goes without saying. */
const comparison = ({ by, fallback, rankBy }: LeaderboardView, say: Say): string => {
  const bars = say({ id: 'leaderboard.bars', defaultMessage: 'Bars compare with the best' })
  if (rankBy === 'improvement') return bars
  if (fallback !== null)
    return `${fallbackWords(fallback, say)} · ${say({ id: 'leaderboard.bars-within', defaultMessage: 'bars compare with the best' })}`
  return by === undefined
    ? `${say({ id: 'race.no-goal', defaultMessage: 'No goal set' })} · ${say({ id: 'leaderboard.bars-within', defaultMessage: 'bars compare with the best' })}`
    : bars
}

const Leaders = ({ view, page, pages }: LeaderboardProps) => {
  const { say } = useSurroundings().format
  const scale = useMemo(() => createBarScale(view), [view])
  const shown = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages])
  const crossed = useCrossedInTurn()
  // Whose band is seen, as long as they are on the page.
  const golden = shown.rows.find(({ id }) => id === crossed.now)
  const lineOf = (row: LeaderboardRow): number => scale.goalAt ?? scale.mark(row) ?? 1
  const columns = useColumns(view)
  const climbs = shown.rows.some(({ row }) => row.climbed !== 0)
  const beside = view.rankBy === 'improvement' ? 'change' : scale.kind === 'best' ? 'nothing' : 'attainment'
  const style = {
    '--slots': slotsOf(shown),
    '--figures': columns.value,
    '--beside-figures': columns.beside,
    '--rank-figures': columns.rank,
    '--goal-at': scale.goalAt ?? undefined,
  } as CSSProperties
  return (
    <section
      className="leaders"
      style={style}
      data-beside={beside}
      data-by={view.rankBy}
      data-few={isFew(shown) || undefined}
      data-climbs={climbs || undefined}
    >
      <div className="leaders-head">
        <span className="leaders-track">
          {scale.kind === 'attainment' && (
            <Along at={scale.goalAt ?? 0}>
              <span className="goal-label">{say({ id: 'leaderboard.goal', defaultMessage: 'GOAL' })}</span>
            </Along>
          )}
          {scale.kind === 'absolute' && (
            <span className="leaders-note">
              ¦ {say({ id: 'leaderboard.own-goal', defaultMessage: 'own goal' })}
            </span>
          )}
          {scale.kind !== 'best' && view.fallback !== null && (
            <span className="leaders-note">{fallbackWords(view.fallback, say)}</span>
          )}
          {scale.kind === 'best' && <span className="leaders-note">{comparison(view, say)}</span>}
        </span>
        {beside === 'change' && (
          <span className="leaders-caption">
            {say({ id: 'leaderboard.change', defaultMessage: 'on own last 4 weeks' })}
          </span>
        )}
      </div>
      {scale.goalAt !== null && (
        <span className="leaders-line">
          <Along at={scale.goalAt}>
            <span className="goal-line" style={{ '--rows': shown.rows.length } as CSSProperties} />
          </Along>
        </span>
      )}
      {golden && <GoldAir slot={golden.slot} lineAt={lineOf(golden.row)} />}
      <SameSize names={shown.rows.map(({ row }) => row.name)}>
        <ul className="leaders-rows" key={page}>
          <Arriving rows={shown.rows}>
            {({ id, row, slot }) => (
              <LeaderRow
                key={id}
                id={id}
                row={row}
                slot={slot}
                aside={golden && crossed.hasRoom ? asideOf(slot, golden.slot, shown.rows.length) : 0}
                onCrossed={crossed.add}
                unit={view.metric.unit}
                tone={view.metric.indicator}
                fraction={scale.fraction(row)}
                goalAt={scale.goalAt}
                mark={scale.mark(row)}
                rankBy={view.rankBy}
                beside={beside}
                begins={view.window.begins !== undefined}
                sign={view.by === undefined ? 'face' : view.by.gathered.includes(id) ? 'none' : 'swatch'}
              />
            )}
          </Arriving>
        </ul>
      </SameSize>
      {golden && (
        <GoldBand
          key={golden.id}
          row={golden.row}
          slot={golden.slot}
          unit={view.metric.unit}
          lineAt={lineOf(golden.row)}
          window={view.window}
        />
      )}
    </section>
  )
}

/** How far the rows beside it move away, in slots. */
const asideMost = 0.34

/** In slots, below 0 upwards: all rows on a side share what the one beside it gives way by. */
const asideOf = (slot: number, golden: number, rows: number): number => {
  const distance = Math.abs(slot - golden)
  if (distance === 0) return 0
  const side = slot < golden ? golden : rows - 1 - golden
  return (Math.sign(slot - golden) * asideMost * (side - distance + 1)) / side
}
