// Goals: who is to reach what in which period, typed, pasted or filled, against the team's own goal. What it moves is told
// before it is saved; the periods before keep theirs.
import { ChevronLeft, ChevronRight, Copy, Divide, Target } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { goalPlus, spreadOver } from '../../../../shared/domain/standing/goal-sheet/fill-goals.ts'
import {
  type ReadAmount,
  readPastedAmounts,
  readTypedAmount,
} from '../../../../shared/domain/standing/goal-sheet/read-amounts.ts'
import { applyEdits } from '../../api/apply-edits.ts'
import { useEffects } from '../../api/effects.ts'
import { type ShownFloor, useEdit, useFloor } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useSay } from '../../words/words.tsx'
import { EffectsNote, maySave } from '../people/effects-note.tsx'
import { readPaste } from '../people/read-paste.ts'
import { useToday } from '../people/use-today.ts'
import { CopyDialog, SpreadDialog } from './fill-dialogs.tsx'
import { askedIn, GoalGrid, sumOf } from './goal-grid.tsx'
import type { CellActs, CellPlace } from './goal-input.tsx'
import {
  cellKey,
  type GoalSheet,
  type Grain,
  goalEdits,
  mayType,
  ownRow,
  type SheetOf,
  sheetOf,
} from './goal-sheet.ts'
import { ownMedian, SuggestionCard, suggested } from './suggestion-card.tsx'
import { useGoalDraft } from './use-goal-draft.ts'
import { useHistory } from './use-history.ts'
import './goals.css'

const periodCount = { month: 5, quarter: 4 } as const
const quarterOf = { month: 3, quarter: 1 } as const

/** The subject at a line of the grid: its people, and below them the team's own. */
const subjectAt = (sheet: GoalSheet, team: string | null, row: number): string | null =>
  row === sheet.rows.length ? ownRow(team) : (sheet.rows[row]?.id ?? null)

/** Null where nothing is typed: a period that is over, somebody who is not there, a place beyond the grid. */
const keyAt = (sheet: GoalSheet, team: string | null, { row, column }: CellPlace): string | null => {
  const [subject, period] = [subjectAt(sheet, team, row), sheet.periods[column]]
  if (subject === null || !period) return null
  const cell = sheet.rows[row]?.cells[column] ?? { isHere: true }
  return mayType(period, cell) ? cellKey(subject, period.from) : null
}

function TeamGoalCard({
  sheet,
  write,
}: {
  readonly sheet: GoalSheet
  readonly write: (amount: number | null) => string
}) {
  const open = sheet.periods
    .map((period, column) => ({ period, column }))
    .filter(({ period }) => !period.isOver)
  const people = sumOf(
    open
      .flatMap(({ column }) => sheet.rows.map(({ cells }) => cells[column]))
      .map((cell) => (cell ? askedIn(cell) : null)),
  )
  const own = sumOf(open.map(({ column }) => sheet.own[column]?.goal ?? null))
  if (people === null || own === null || own === 0) return null
  const share = Math.min(1, people / own)
  return (
    <Card title={<FormattedMessage id="console.goals.against" defaultMessage="Against its own goal" />}>
      <span className="goal-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <p>
        <b className="figures">
          <FormattedMessage
            id="console.goals.of"
            defaultMessage="{people} of {own}."
            values={{ people: write(people), own: write(own) }}
          />
        </b>{' '}
        <span className="soft">
          {people < own ? (
            <FormattedMessage
              id="console.goals.gap"
              defaultMessage="The people’s goals leave {gap} that nobody has."
              values={{ gap: write(Math.round((own - people) * 1e6) / 1e6) }}
            />
          ) : (
            <FormattedMessage id="console.goals.covered" defaultMessage="The people’s goals cover it." />
          )}
        </span>
      </p>
    </Card>
  )
}

function Sheet({
  floor: { version, file },
  of,
  teamName,
}: {
  readonly floor: ShownFloor
  readonly of: SheetOf
  readonly teamName: string
}) {
  const say = useSay()
  const edit = useEdit()
  const own = useOwnTeams(file.teams)
  const mayChange = own.has(of.team)
  const date = useDateWords()
  const locale = useMe()?.floor.locale ?? 'en-US'
  const draft = useGoalDraft(`${of.metric} ${of.grain} ${of.team ?? ''}`)
  const [open, setOpen] = useState<'copy' | 'spread' | null>(null)
  const [focused, setFocused] = useState<CellPlace | null>(null)
  const standing = useMemo(() => sheetOf(file, of), [file, of])
  const metric = standing?.metric
  const edits = useMemo(
    () => (metric ? goalEdits(draft.typed, { ...of, metric }) : []),
    [draft.typed, of, metric],
  )
  const settled = useDeferredValue(edits)
  const sheet = useMemo(
    () => (settled.length === 0 ? standing : sheetOf(applyEdits(file, settled), of)),
    [file, settled, of, standing],
  )
  const offsets = useMemo(() => standing?.periods.map(({ offset }) => offset) ?? [], [standing])
  const history = useHistory(of.metric, of.grain, offsets)
  const froms = Object.keys(draft.typed).map((key) => key.split(' ')[1] ?? '')
  const first = froms.toSorted()[0] ?? null
  const effects = useEffects(
    version,
    mayChange ? edits : [],
    first !== null && first > of.today ? first : null,
  )
  const { write, show, shorten } = useMemo(() => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
    const by =
      (of: (amount: number) => Intl.NumberFormat) =>
      (amount: number | null): string =>
        amount === null ? '' : of(amount).format(amount)
    return {
      write: by(() => format),
      show: by((amount) => (Math.abs(amount) >= 1000 ? whole : format)),
      shorten: by(() => compact),
    }
  }, [locale])

  const take = (cells: Readonly<Record<string, ReadAmount>>): void => {
    const refused = draft.take(cells)
    if (refused > 0)
      toast({
        said: say(
          {
            id: 'console.goals.refused',
            defaultMessage:
              '{count, plural, one {One number} other {# numbers}} could not be taken; the cells say why.',
          },
          { count: refused },
        ),
        tone: 'bad',
      })
  }
  const onType = (place: CellPlace, text: string): void => {
    const key = sheet && keyAt(sheet, of.team, place)
    if (key) take({ [key]: readTypedAmount(text, locale) })
  }
  const onPaste = (place: CellPlace, text: string): void => {
    if (!sheet) return
    const rows = readPastedAmounts(readPaste(text).rows.slice(0, sheet.rows.length + 1))
    const cells: Record<string, ReadAmount> = {}
    for (const [down, row] of rows.entries())
      for (const [across, read] of row.entries()) {
        const key = keyAt(sheet, of.team, { row: place.row + down, column: place.column + across })
        if (key !== null) cells[key] = read
      }
    take(cells)
  }
  const amountAt = (place: CellPlace): number | null => {
    const key = sheet && keyAt(sheet, of.team, place)
    const typed = key ? draft.latest()[key] : undefined
    if (typed !== undefined) return typed
    if (!sheet) return null
    return place.row === sheet.rows.length
      ? (sheet.own[place.column]?.goal ?? null)
      : (sheet.rows[place.row]?.cells[place.column]?.goal ?? null)
  }
  const onCopy = (from: CellPlace, to: CellPlace): void => {
    const key = sheet && keyAt(sheet, of.team, to)
    // The own goal of a team is nobody's to be copied from above.
    if (key && sheet && from.row >= 0 && to.row < sheet.rows.length) draft.put({ [key]: amountAt(from) })
  }
  const fillDown = (place: CellPlace): void => {
    if (!sheet) return
    const amount = amountAt(place)
    const below = sheet.rows.flatMap((_, row) =>
      row > place.row ? (keyAt(sheet, of.team, { row, column: place.column }) ?? []) : [],
    )
    draft.put(Object.fromEntries(below.map((key) => [key, amount])))
  }
  const openColumns = sheet?.periods.flatMap((period, column) => (period.isOver ? [] : [column])) ?? []
  const fillRow = (row: number, amount: number): void => {
    if (!sheet) return
    const keys = openColumns.flatMap((column) => keyAt(sheet, of.team, { row, column }) ?? [])
    draft.put(Object.fromEntries(keys.map((key) => [key, amount])))
  }
  const suggestAll = (): void => {
    if (!sheet) return
    const cells: Record<string, number> = {}
    for (const [row, { id, cells: own }] of sheet.rows.entries()) {
      const median = suggested(ownMedian(history, id), sheet.metric.unit)
      if (median === null) continue
      for (const column of openColumns) {
        const key = keyAt(sheet, of.team, { row, column })
        if (key !== null && own[column]?.goal === null) cells[key] = median
      }
    }
    draft.put(cells)
  }
  const copyQuarter = (percent: number): void => {
    setOpen(null)
    const before = sheetOf(file, { ...of, first: of.first - quarterOf[of.grain] })
    if (!sheet || !before) return
    const goalsOf = new Map(before.rows.map(({ id, cells }) => [id, cells]))
    const step = sheet.metric.unit === 'percent' ? 0.1 : 1
    const cells: Record<string, number> = {}
    for (const [row, { id }] of sheet.rows.entries())
      for (const column of openColumns) {
        const key = keyAt(sheet, of.team, { row, column })
        const goal = goalsOf.get(id)?.[column]?.goal ?? null
        if (key !== null && goal !== null) cells[key] = goalPlus(goal, percent, step)
      }
    draft.put(cells)
  }
  const spread = (subject: string, sum: number): void => {
    setOpen(null)
    if (!sheet) return
    const rows = subject === 'each' ? sheet.rows.map((_, row) => row) : [Number(subject)]
    const cells: Record<string, number> = {}
    for (const row of rows) {
      const placed = openColumns.flatMap((column) => {
        const key = keyAt(sheet, of.team, { row, column })
        const days = sheet.rows[row]?.cells[column]?.workingDays ?? sheet.periods[column]?.workingDays ?? 0
        return key === null ? [] : [{ key, days }]
      })
      if (placed.length === 0) continue
      const parts = spreadOver(
        sum,
        placed.map(({ days }) => days),
      )
      for (const [at, { key }] of placed.entries()) cells[key] = parts[at] ?? 0
    }
    draft.put(cells)
  }
  const now = useRef({ onType, onPaste, onCopy })
  useEffect(() => {
    now.current = { onType, onPaste, onCopy }
  })
  const acts = useMemo(
    (): CellActs => ({
      onFocus: setFocused,
      onType: (place, text) => now.current.onType(place, text),
      onPaste: (place, text) => now.current.onPaste(place, text),
      onCopy: (from, to) => now.current.onCopy(from, to),
    }),
    [],
  )
  if (!sheet || !metric) return <Loading />
  const row = focused === null ? undefined : sheet.rows[focused.row]
  const save = () => {
    void edit(
      edits,
      say(
        {
          id: 'console.goals.saved',
          defaultMessage: '{count, plural, one {One goal is saved.} other {# goals are saved.}}',
        },
        { count: edits.length },
      ),
    )
    draft.forget()
  }
  return (
    <>
      <div className="goal-body" data-beside={row || sheet.adds ? '' : undefined}>
        <div className="goal-main">
          {mayChange && (
            <div className="goal-tools">
              <Button icon={<Copy aria-hidden="true" />} onPress={() => setOpen('copy')}>
                <FormattedMessage id="console.goals.copy" defaultMessage="Copy last quarter, plus…" />
              </Button>
              {sheet.adds && (
                <Button icon={<Divide aria-hidden="true" />} onPress={() => setOpen('spread')}>
                  <FormattedMessage
                    id="console.goals.spread"
                    defaultMessage="Spread a sum over working days"
                  />
                </Button>
              )}
              <span className="soft small">
                <FormattedMessage
                  id="console.goals.how"
                  defaultMessage="Type, or paste from a spreadsheet. Shift and ↓ fill down, Ctrl+D takes the one above."
                />
              </span>
            </div>
          )}
          <GoalGrid
            sheet={sheet}
            team={of.team}
            teamName={teamName}
            typed={draft.typed}
            faults={draft.faults}
            history={history}
            mayEdit={mayChange}
            write={write}
            show={show}
            acts={acts}
          />
        </div>
        <aside className="goal-aside">
          {row && focused && (
            <>
              {mayChange && focused.row < sheet.rows.length - 1 && (
                <Button onPress={() => fillDown(focused)}>
                  <FormattedMessage
                    id="console.goals.fill-down"
                    defaultMessage="{amount} for {count, plural, one {the one} other {the #}} below"
                    values={{
                      amount: write(amountAt(focused)) || '–',
                      count: sheet.rows.length - 1 - focused.row,
                    }}
                  />
                </Button>
              )}
              {history.isThere && (
                <SuggestionCard
                  sheet={sheet}
                  row={row}
                  roleName={file.roles.find(({ id }) => id === row.role)?.name ?? null}
                  history={history}
                  write={show}
                  shorten={shorten}
                  onUse={(amount) => fillRow(focused.row, amount)}
                  onUseForAll={suggestAll}
                />
              )}
            </>
          )}
          {sheet.adds && <TeamGoalCard sheet={sheet} write={show} />}
        </aside>
      </div>
      {edits.length > 0 && first !== null && (
        <section
          className="goal-save"
          aria-label={say({ id: 'console.goals.save-bar', defaultMessage: 'What is not saved yet' })}
        >
          <EffectsNote of={effects} />
          <div className="goal-save-line">
            <p>
              <b>
                <FormattedMessage
                  id="console.goals.typed"
                  defaultMessage="{count, plural, one {One goal is not saved.} other {# goals are not saved.}}"
                  values={{ count: edits.length }}
                />
              </b>{' '}
              <span className="soft">
                <FormattedMessage
                  id="console.goals.holds"
                  defaultMessage="They hold from {date} on; the periods before keep theirs."
                  values={{ date: date(first) }}
                />
              </span>
            </p>
            <div className="row-of-buttons">
              <Button onPress={draft.forget}>
                <FormattedMessage id="console.goals.discard" defaultMessage="Discard" />
              </Button>
              <Button look="primary" isDisabled={!maySave(effects)} onPress={save}>
                <FormattedMessage
                  id="console.goals.save"
                  defaultMessage="Save {count, plural, one {one goal} other {# goals}}"
                  values={{ count: edits.length }}
                />
              </Button>
            </div>
          </div>
        </section>
      )}
      {Object.keys(draft.faults).length > 0 && (
        <Notice tone="warn">
          <FormattedMessage
            id="console.goals.faults"
            defaultMessage="{count, plural, one {One cell has} other {# cells have}} what could not be read. It is not saved."
            values={{ count: Object.keys(draft.faults).length }}
          />
        </Notice>
      )}
      {open === 'copy' && <CopyDialog onCopy={copyQuarter} onClose={() => setOpen(null)} />}
      {open === 'spread' && (
        <SpreadDialog
          locale={locale}
          subjects={[
            ...(row && focused ? [{ id: String(focused.row), name: row.name }] : []),
            {
              id: 'each',
              name: say({ id: 'console.goals.each', defaultMessage: 'Everybody, each this sum' }),
            },
            { id: String(sheet.rows.length), name: teamName },
          ]}
          onSpread={spread}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

export function Goals() {
  const say = useSay()
  const floor = useFloor()
  const today = useToday()
  const [metric, setMetric] = useState<string | null>(null)
  /** Undefined: nobody has chosen yet. */
  const [picked, setTeam] = useState<string | null | undefined>(undefined)
  const [grain, setGrain] = useState<Grain>('month')
  const [first, setFirst] = useState(-1)
  const file = floor?.file
  const own = useOwnTeams(file?.teams ?? [])
  const team = picked === undefined ? own.first : picked
  const metrics = useMemo(() => file?.metrics.filter(({ retired }) => !retired) ?? [], [file])
  const withGoals = metrics.find(({ id }) => file?.goals.some((goal) => goal.metric === id))
  const chosen = metrics.find(({ id }) => id === metric) ?? withGoals ?? metrics[0]
  const count = periodCount[grain]
  const of = useMemo(
    (): SheetOf => ({ metric: chosen?.id ?? '', grain, team, first, count, today }),
    [chosen, grain, team, first, count, today],
  )
  if (!floor || !file) return <Loading />
  const everybody = say({ id: 'console.goals.everybody', defaultMessage: 'Everybody' })
  const teamName = file.teams.find(({ id }) => id === team)?.name ?? everybody
  const unit =
    chosen?.unit === 'money'
      ? file.floor.currency
      : chosen?.unit === 'percent'
        ? say({ id: 'console.goals.percent', defaultMessage: 'percent' })
        : null
  return (
    <Page
      title={say({ id: 'console.nav.goals', defaultMessage: 'Goals' })}
      over={
        unit === null ? (
          <FormattedMessage id="console.nav.goals" defaultMessage="Goals" />
        ) : (
          <FormattedMessage
            id="console.goals.over.unit"
            defaultMessage="Goals, in {unit}"
            values={{ unit }}
          />
        )
      }
      headline={
        chosen ? (
          <>
            <bdi>{chosen.name}</bdi>, <bdi>{teamName}</bdi>
          </>
        ) : (
          <FormattedMessage
            id="console.goals.none"
            defaultMessage="There is no metric to set goals for yet"
          />
        )
      }
    >
      {chosen ? (
        <>
          <div className="goal-choices">
            <Picker
              label={say({ id: 'console.goals.metric', defaultMessage: 'Metric' })}
              value={chosen.id}
              choices={metrics}
              onChange={setMetric}
            />
            <Picker
              label={say({ id: 'console.roster.team', defaultMessage: 'Team' })}
              value={team ?? ''}
              choices={[{ id: '', name: everybody }, ...file.teams]}
              onChange={(id) => setTeam(id === '' ? null : id)}
            />
            <Segments
              label={say({ id: 'console.goals.grain', defaultMessage: 'Periods' })}
              value={grain}
              choices={[
                { id: 'month', name: say({ id: 'console.goals.month', defaultMessage: 'Month' }) },
                { id: 'quarter', name: say({ id: 'console.goals.quarter', defaultMessage: 'Quarter' }) },
              ]}
              onChange={setGrain}
            />
            <div className="goal-steps">
              <Button
                icon={<ChevronLeft aria-hidden="true" />}
                aria-label={say({ id: 'console.goals.earlier', defaultMessage: 'Earlier periods' })}
                onPress={() => setFirst(first - 1)}
              />
              <Button
                icon={<ChevronRight aria-hidden="true" />}
                aria-label={say({ id: 'console.goals.later', defaultMessage: 'Later periods' })}
                onPress={() => setFirst(first + 1)}
              />
            </div>
          </div>
          <Sheet key={`${of.metric} ${grain} ${team ?? ''}`} floor={floor} of={of} teamName={teamName} />
        </>
      ) : (
        <Card>
          <Empty
            icon={<Target aria-hidden="true" />}
            title={<FormattedMessage id="console.goals.none.title" defaultMessage="What is to be reached?" />}
          >
            <FormattedMessage
              id="console.goals.none.note"
              defaultMessage="Goals belong to a metric. Once the floor has one, each person’s goals stand here, a column a month."
            />
          </Empty>
        </Card>
      )}
    </Page>
  )
}
