// The grid of one metric and one team, what fills it, and what is not saved of it yet.
import { Copy, Divide } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import {
  type ReadAmount,
  readPastedAmounts,
  readTypedAmount,
} from '../../../../shared/domain/standing/goal-sheet/read-amounts.ts'
import { applyEdits } from '../../api/apply-edits.ts'
import { useEffects } from '../../api/effects.ts'
import { type ShownFloor, useEdit } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useSay } from '../../words/words.tsx'
import { readPaste } from '../people/read-paste.ts'
import { createAmountWords } from './amount-words.ts'
import { CopyDialog, SpreadDialog } from './fill-dialogs.tsx'
import { amountAt, copyPlus, fillDown, fillEmpty, fillRow, keyAt, pasteAt, spreadRows } from './goal-fills.ts'
import { GoalGrid } from './goal-grid.tsx'
import type { CellActs, CellPlace } from './goal-input.tsx'
import { goalEdits, type SheetOf, sheetOf } from './goal-sheet.ts'
import { SaveBar } from './save-bar.tsx'
import { ownMedian, SuggestionCard, suggested } from './suggestion-card.tsx'
import { TeamGoalCard } from './team-goal-card.tsx'
import { useGoalDraft } from './use-goal-draft.ts'
import { useHistory } from './use-history.ts'

const quarterOf = { month: 3, quarter: 1 } as const

export function FilledSheet({
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
  const { write, show, shorten } = useMemo(() => createAmountWords(locale), [locale])
  const grid = sheet && { sheet, team: of.team }

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
    const key = grid && keyAt(grid, place)
    if (key) take({ [key]: readTypedAmount(text, locale) })
  }
  const onPaste = (place: CellPlace, text: string): void => {
    if (grid)
      take(pasteAt(grid, place, readPastedAmounts(readPaste(text).rows.slice(0, grid.sheet.rows.length + 1))))
  }
  const standsAt = (place: CellPlace): number | null => grid && amountAt(grid, place, draft.latest())
  const onCopy = (from: CellPlace, to: CellPlace): void => {
    const key = grid && keyAt(grid, to)
    // The own goal of a team is nobody's to be copied from above.
    if (key && from.row >= 0 && to.row < grid.sheet.rows.length) draft.put({ [key]: standsAt(from) })
  }
  const copyQuarter = (percent: number): void => {
    setOpen(null)
    const before = sheetOf(file, { ...of, first: of.first - quarterOf[of.grain] })
    if (grid && before) draft.put(copyPlus(grid, before, percent))
  }
  const spread = (subject: string, sum: number): void => {
    setOpen(null)
    if (!grid) return
    const rows = subject === 'each' ? grid.sheet.rows.map((_, row) => row) : [Number(subject)]
    draft.put(spreadRows(grid, rows, sum))
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
  if (!sheet || !grid || !metric) return <Loading />
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
                <Button onPress={() => draft.put(fillDown(grid, focused, standsAt(focused)))}>
                  <FormattedMessage
                    id="console.goals.fill-down"
                    defaultMessage="{amount} for {count, plural, one {the one} other {the #}} below"
                    values={{
                      amount: write(standsAt(focused)) || '–',
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
                  onUse={(amount) => draft.put(fillRow(grid, focused.row, amount))}
                  onUseForAll={() =>
                    draft.put(
                      fillEmpty(grid, (person) => suggested(ownMedian(history, person), sheet.metric.unit)),
                    )
                  }
                />
              )}
            </>
          )}
          {sheet.adds && <TeamGoalCard sheet={sheet} write={show} />}
        </aside>
      </div>
      {edits.length > 0 && first !== null && (
        <SaveBar count={edits.length} from={first} effects={effects} onSave={save} onDiscard={draft.forget} />
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
