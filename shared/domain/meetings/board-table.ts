// A board's numbers as tables and lines, for a sheet of paper: the same numbers that the wall has, in its words and format.

import type { BoardView } from '../../wire/view.ts'
import type { Standing, ViewMetric } from '../../wire/view-parts.ts'
import type { Format } from '../words/format.ts'

export interface SheetColumn {
  readonly label: string
  /** Numbers stand at the end, so that they can be compared by their last digit. */
  readonly isNumber: boolean
}

export interface SheetRow {
  readonly cells: readonly string[]
  /** A sum of the others. */
  readonly isTotal: boolean
}

export interface SheetTable {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
}

export interface BoardOnPaper {
  readonly title: string
  /** Whose, of when: "Enterprise · Q4 2026, day 52 of 92". */
  readonly about: string
  readonly lines: readonly string[]
  readonly table: SheetTable | null
}

/** A longer list is read on a screen. */
const mostRows = 16

interface Words {
  readonly format: Format
  /** An instant as a date, epoch ms. */
  readonly date: (ms: number) => string
}

type Row = { readonly place: number }

const inOrder = <T extends Row>(rows: Readonly<Record<string, T>>): readonly T[] =>
  Object.values(rows).sort((a, b) => a.place - b.place)

const text = (label: string): SheetColumn => ({ label, isNumber: false })
const number = (label: string): SheetColumn => ({ label, isNumber: true })
const row = (...cells: readonly string[]): SheetRow => ({ cells, isTotal: false })
const total = (...cells: readonly string[]): SheetRow => ({ cells, isTotal: true })

const createWords = ({ format }: Words) => {
  const { say } = format
  return {
    who: say({ id: 'sheet.who', defaultMessage: 'Who' }),
    team: say({ id: 'sheet.team', defaultMessage: 'Team' }),
    goal: say({ id: 'sheet.goal', defaultMessage: 'Goal' }),
    share: say({ id: 'sheet.share', defaultMessage: 'Of goal' }),
    all: say({ id: 'sheet.all', defaultMessage: 'Together' }),
    value: (amount: number | null, metric: Pick<ViewMetric, 'unit'>): string =>
      format.value(amount, metric.unit),
    /** "12 / 15" where there is a goal. */
    cell: ({ value, goal }: Pick<Standing, 'value' | 'goal'>, metric: Pick<ViewMetric, 'unit'>): string =>
      goal === null
        ? format.value(value, metric.unit)
        : `${format.value(value, metric.unit)} / ${format.value(goal, metric.unit)}`,
    goalAndShare: ({ goal, attainment }: Pick<Standing, 'goal' | 'attainment'>, metric: ViewMetric) => [
      goal === null ? '' : format.value(goal, metric.unit),
      goal === null ? '' : format.attainment(attainment),
    ],
  }
}

type OnPaper = Pick<BoardOnPaper, 'lines' | 'table'>

const nothing: OnPaper = { lines: [], table: null }

/** Value, goal and share of one metric, a row for each. */
const standings = (
  view: { readonly metric: ViewMetric },
  rows: readonly (Standing & { readonly name: string })[],
  words: ReturnType<typeof createWords>,
  {
    sum = null,
    of = words.who,
  }: { readonly sum?: (Standing & { readonly name: string }) | null; readonly of?: string } = {},
): SheetTable => {
  const cellsOf = (each: Standing & { readonly name: string }): readonly string[] => [
    each.name,
    words.value(each.value, view.metric),
    ...words.goalAndShare(each, view.metric),
  ]
  return {
    columns: [text(of), number(view.metric.name), number(words.goal), number(words.share)],
    rows: [...rows.map((each) => row(...cellsOf(each))), ...(sum ? [total(...cellsOf(sum))] : [])],
  }
}

const onPaper = (view: BoardView, parts: Words): OnPaper => {
  const words = createWords(parts)
  const { format, date } = parts
  const { say } = format
  switch (view.kind) {
    case 'leaderboard':
      return { lines: [], table: standings(view, inOrder(view.rows), words, { sum: view.team }) }
    case 'trend-race': {
      const of = view.of === 'teams' ? words.team : words.who
      return { lines: [], table: standings(view, inOrder(view.rows), words, { of }) }
    }
    case 'over-the-line': {
      const rows = inOrder(view.rows)
      const line = say(
        { id: 'sheet.over-the-line', defaultMessage: '{over} of {people} with a goal are over it.' },
        { over: rows.length, people: view.withGoal },
      )
      return { lines: [line], table: rows.length === 0 ? null : standings(view, rows, words) }
    }
    case 'team-progress': {
      const table = standings(view, inOrder(view.rows), words, { of: words.team })
      return {
        lines: [],
        table: {
          columns: [...table.columns, ...view.inputs.map(({ name }) => number(name))],
          rows: inOrder(view.rows).map((each, index) => {
            const inputs = view.inputs.map((input, at) => words.value(each.inputs[at]?.value ?? null, input))
            return row(...(table.rows[index]?.cells ?? []), ...inputs)
          }),
        },
      }
    }
    case 'birds-eye':
      return {
        lines: [],
        table: {
          columns: [
            text(words.team),
            text(say({ id: 'sheet.metric', defaultMessage: 'Number' })),
            number(say({ id: 'sheet.value', defaultMessage: 'Stands at' })),
            number(words.goal),
            number(words.share),
          ],
          rows: [
            ...inOrder(view.rows).map((each) =>
              row(
                each.name,
                each.window === null ? each.metric.name : `${each.metric.name}, ${each.window}`,
                words.value(each.value, each.metric),
                ...words.goalAndShare(each, each.metric),
              ),
            ),
            total(
              view.headline.name,
              view.metric.name,
              words.value(view.headline.value, view.metric),
              ...words.goalAndShare(view.headline, view.metric),
            ),
          ],
        },
      }
    case 'accountability':
    case 'formula':
      return {
        lines: [],
        table: {
          columns: [text(words.who), ...view.columns.map(({ metric }) => number(metric.name))],
          rows: inOrder(view.rows).map(({ name, cells }) =>
            row(
              name,
              ...view.columns.map(({ metric }, at) => {
                const cell = cells[at]
                return cell ? words.cell(cell, metric) : ''
              }),
            ),
          ),
        },
      }
    case 'exceptions':
      return {
        lines: [],
        table: {
          columns: [
            text(say({ id: 'sheet.what', defaultMessage: 'What' })),
            text(view.named ? words.who : ''),
            number(view.named ? '' : say({ id: 'sheet.how-many', defaultMessage: 'How many' })),
            number(say({ id: 'sheet.days', defaultMessage: 'Days' })),
          ],
          rows: inOrder(view.rows).map((each) =>
            row(
              each.says === null ? each.title : `${each.title}: ${each.says}`,
              each.owner ?? each.face?.name ?? '',
              view.named ? '' : String(each.count),
              String(each.days),
            ),
          ),
        },
      }
    case 'hygiene':
      return {
        lines: [],
        table: {
          columns: [text(words.team), ...view.columns.map(({ metric }) => number(metric.name))],
          rows: [
            ...inOrder(view.rows).map(({ name, cells }) =>
              row(
                name,
                ...view.columns.map(({ metric }, at) => words.value(cells[at]?.value ?? null, metric)),
              ),
            ),
            total(words.all, ...view.columns.map(({ metric, total: all }) => words.value(all.value, metric))),
          ],
        },
      }
    case 'results': {
      const { metric } = view
      const due = say(
        { id: 'sheet.due', defaultMessage: '{pipeline}, {period}' },
        { pipeline: view.pipeline.name, period: view.next.label },
      )
      const cellsOf = ({ last, current, next }: typeof view.total): readonly string[] => [
        words.value(last.value, metric),
        words.value(current.value, metric),
        ...words.goalAndShare(current, metric),
        words.value(next.due, view.pipeline),
      ]
      return {
        lines: [],
        table: {
          columns: [
            text(view.of === 'teams' ? words.team : words.who),
            number(view.last.label),
            number(view.window.label),
            number(words.goal),
            number(words.share),
            number(due),
          ],
          rows: [
            ...inOrder(view.rows).map((each) => row(each.name, ...cellsOf(each))),
            total(words.all, ...cellsOf(view.total)),
          ],
        },
      }
    }
    case 'head-to-head':
      return {
        lines: [],
        table: {
          columns: [
            text(say({ id: 'sheet.metric', defaultMessage: 'Number' })),
            number(view.left.name),
            number(view.right.name),
          ],
          rows: inOrder(view.rows).map(({ metric, window, left, right }) =>
            row(`${metric.name}, ${window.label}`, words.cell(left, metric), words.cell(right, metric)),
          ),
        },
      }
    case 'funnel':
      return {
        lines: [],
        table: {
          columns: [
            text(say({ id: 'sheet.stage', defaultMessage: 'Stage' })),
            number(say({ id: 'sheet.went-on', defaultMessage: 'Went on' })),
            number(view.before),
            number(say({ id: 'sheet.days', defaultMessage: 'Days in it' })),
          ],
          rows: inOrder(view.rows).map(({ name, conversion, days, before }) =>
            row(
              name,
              format.value(conversion, 'percent'),
              format.value(before.conversion, 'percent'),
              format.value(days, 'days'),
            ),
          ),
        },
      }
    case 'wins':
      return {
        lines: [
          say(
            {
              id: 'sheet.wins',
              defaultMessage: '{deals, plural, one {One deal} other {# deals}}, {total} together.',
            },
            { deals: view.deals, total: format.value(view.total, 'money') },
          ),
        ],
        table: {
          columns: [
            text(words.who),
            text(say({ id: 'sheet.account', defaultMessage: 'Customer' })),
            number(say({ id: 'sheet.amount', defaultMessage: 'Amount' })),
            number(say({ id: 'sheet.won-on', defaultMessage: 'Won on' })),
          ],
          rows: inOrder(view.rows).map(({ name, account, amount, at }) =>
            row(name, account ?? '', format.value(amount, 'money'), date(at)),
          ),
        },
      }
    case 'team-goal':
      return {
        lines: [],
        table: standings(
          view,
          inOrder(view.rows).map(({ name, value }) => ({
            name,
            value,
            goal: null,
            attainment: null,
            pace: null,
            state: null,
          })),
          words,
          { sum: { ...view, name: words.all } },
        ),
      }
    case 'countdown-ask': {
      const left =
        view.ask &&
        say(
          {
            id: 'sheet.ask',
            defaultMessage:
              '{left} to go: {each} for each of {people, plural, one {# person} other {# people}}.',
          },
          {
            left: words.value(view.ask.left, view.metric),
            each: words.value(view.ask.each, view.metric),
            people: view.ask.people,
          },
        )
      return {
        lines: left === null ? [] : [left],
        table: standings(view, [{ ...view, name: view.scope }], words),
      }
    }
    case 'improved':
      return {
        lines: [],
        table: {
          columns: [
            text(words.who),
            number(say({ id: 'sheet.before', defaultMessage: 'Before' })),
            number(view.improved.name),
            number(say({ id: 'sheet.change', defaultMessage: 'Change' })),
          ],
          rows: inOrder(view.rows).map(({ name, from, to, change }) =>
            row(
              name,
              words.value(from, view.improved),
              words.value(to, view.improved),
              view.relative ? format.change(change) : format.delta(change, view.improved.unit),
            ),
          ),
        },
      }
    case 'spotlight':
      return {
        lines: [],
        table: {
          columns: [
            text(words.who),
            ...view.metrics.map(({ metric, window }) => number(`${metric.name}, ${window.label}`)),
          ],
          rows: inOrder(view.rows).map(({ name, goals }) =>
            row(
              name,
              ...view.metrics.map(({ metric }, at) => {
                const goal = goals[at]
                return goal ? words.cell(goal, metric) : ''
              }),
            ),
          ),
        },
      }
    case 'from-the-top':
      return {
        lines: [],
        table: {
          columns: [text(words.who), text(say({ id: 'sheet.words', defaultMessage: 'Words' }))],
          rows: inOrder(view.rows).map(({ name, text: said }) => row(name, said)),
        },
      }
    case 'calm':
      return view.result === null
        ? nothing
        : {
            lines: [],
            table: standings({ metric: view.result.metric }, [{ ...view.result, name: view.scope }], words),
          }
    case 'announcement':
      return {
        lines: view.text.flatMap((block) =>
          block.kind === 'list'
            ? block.items.map(({ mark, runs }) => `${mark} ${runs.map((run) => run.text).join('')}`)
            : [block.runs.map((run) => run.text).join('')],
        ),
        table: null,
      }
  }
}

/** At most a screenful of each; what is left out is counted. Where nothing can be said yet, that is said. */
export const boardOnPaper = (view: BoardView, parts: Words): BoardOnPaper => {
  const { say } = parts.format
  const { title, scope, window } = view
  const about = [scope, [window.label, window.progress].filter((part) => part !== '').join(', ')]
    .filter((part) => part !== '')
    .join(' · ')
  if (view.awaits !== null)
    return {
      title,
      about,
      lines: [say({ id: 'sheet.awaits', defaultMessage: 'No numbers have come in for it yet.' })],
      table: null,
    }
  const { lines, table } = onPaper(view, parts)
  if (table === null) return { title, about, lines, table }
  if (table.rows.length === 0)
    return {
      title,
      about,
      lines: [...lines, say({ id: 'sheet.empty', defaultMessage: 'There is nothing on it at the moment.' })],
      table: null,
    }
  const totals = table.rows.filter(({ isTotal }) => isTotal)
  const others = table.rows.filter(({ isTotal }) => !isTotal)
  const left = others.length - mostRows
  const more = say(
    { id: 'sheet.more', defaultMessage: '{left, plural, one {One more} other {# more}} on the board.' },
    { left },
  )
  return {
    title,
    about,
    lines: left > 0 ? [...lines, more] : lines,
    table: { ...table, rows: [...others.slice(0, mostRows), ...totals] },
  }
}
