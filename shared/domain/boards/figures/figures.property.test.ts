import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayFigures } from '../../../../test/figures.ts'
import { busyWeeks, type Command, commands, parseFact } from '../../../../test/oracle/commands.ts'
import { floorFrom, floorParts, floorPartsOfWeeks } from '../../../../test/oracle/floors.ts'
import { propertyRuns } from '../../../../test/property-runs.ts'
import type { Board, FloorFile } from '../../../wire/floor.ts'
import type { BoardView } from '../../../wire/view.ts'
import { createEngine, type Engine } from '../../counting/engine.ts'
import { createFloorModel, refuseFact } from '../../counting/floor-model.ts'
import { decideFact } from '../../facts/deal-history.ts'
import type { StoredFact } from '../../facts/stored-fact.ts'
import { createNumbers } from '../../standing/numbers.ts'
import { explainFacts } from '../explained-answer.ts'
import { addsUp } from './adds-up.ts'
import { type BoardFigures, figuresOfBoard, findFigure } from './board-figures.ts'
import type { Figure } from './figure.ts'
import { workOut } from './work-out.ts'

const isSame = (one: number | null, other: number | null): boolean =>
  one === null || other === null
    ? one === other
    : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))

/** Where something stands, when it was, and how far a line reaches: no figures of anybody. */
const noFigures = new Set([
  'place',
  'hue',
  'at',
  'to in ms',
  'changedAt',
  'begins',
  'reach',
  'start',
  'segments',
  'inDays',
  'metric',
  'countdown',
])

/** Every number that a view has. */
const numbersIn = (view: BoardView): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  const walk = (value: unknown, path: readonly string[]): void => {
    const name = path.at(-1) ?? ''
    if (noFigures.has(name) && !(view.kind === 'improved' && name === 'before')) return
    // The goal's own line is nobody's.
    if (path.join('.') === 'goal.points') return
    if (typeof value === 'number') found.set(path.join('.'), value)
    else if (Array.isArray(value))
      for (const [index, each] of value.entries()) walk(each, [...path, String(index)])
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key])
  }
  walk(view, [])
  return found
}

interface Counted {
  facts: number
  worked: number
  readonly kinds: Map<string, number>
}

const createUnderTest = (first: FloorFile, counted: Counted) => {
  let file = first
  let engine: Engine = createEngine(createFloorModel(file))
  let now = Date.UTC(2024, 0, 1)
  const stored = new Map<string, StoredFact>()

  const write = (id: string, value: object | null): void => {
    now += 7 * 3_600_000
    const fact = value && parseFact({ ...value, version: null })
    if (value && (!fact || refuseFact(engine.model, fact) !== null)) return
    const before = stored.get(id) ?? null
    const after = decideFact(before, { fact, receivedAt: now }, file.floor.stages)
    engine.apply(before, after, now)
    if (after) stored.set(id, after)
    else stored.delete(id)
  }

  const checkFacts = ({ numbers }: BoardFigures, figure: Figure, at: number, what: string): void => {
    if (figure.facts === null) return
    const explainer = explainFacts(numbers, figure.facts, { text: '', at, maySee: () => true })
    if (explainer === null) throw new Error(`nothing explains ${what}`)
    for (const each of stored.values()) explainer.take(each)
    const answer = explainer.answer()
    expect(isSame(answer.value, figure.value), `${what} counts ${answer.value}`).toBe(true)
    expect(addsUp(answer), `${what} ${JSON.stringify(answer)}`).not.toBe(false)
    counted.facts += 1
  }

  const look = (board: Board, at: number, historyComing: boolean): void => {
    const found = figuresOfBoard(
      createNumbers(engine, () => historyComing),
      board,
      at,
    )
    const all = found.groups.flatMap(({ figures, line = [] }) => [...figures, ...line])
    // The facts of a line's first points are those of its later ones.
    const unchecked = new Set(found.groups.flatMap(({ line = [] }) => line.slice(1, -1)))
    const about = JSON.stringify({ board, at: new Date(at).toISOString(), historyComing })
    const ids = all.map(({ id }) => id)
    expect(new Set(ids).size, `${about} ${ids.join(' | ')}`).toBe(ids.length)
    counted.kinds.set(board.kind, (counted.kinds.get(board.kind) ?? 0) + all.length)
    for (const figure of all) {
      const what = `${figure.id} = ${figure.value} of ${about}`
      if (!unchecked.has(figure)) checkFacts(found, figure, at, what)
      const { working } = figure
      if (working) {
        counted.worked += 1
        const again = workOut(
          working.by,
          working.terms.map(({ value }) => value),
          figure.unit,
        )
        expect(isSame(again, figure.value), `${what} worked out as ${again} ${JSON.stringify(working)}`).toBe(
          true,
        )
        for (const term of working.terms) {
          if (term.figure === undefined) continue
          const other = findFigure(found, term.figure)?.figure
          expect(other, `${what} is made of ${term.figure}`).toBeDefined()
          expect(isSame(other?.value ?? null, term.value), `${what} is made of ${term.figure}`).toBe(true)
        }
      }
      if (figure.facts === null && working === null)
        expect(figure.note, `${what} comes from nowhere`).not.toBe(null)
    }
    const values = all.flatMap(({ value }) => value ?? [])
    for (const [path, value] of numbersIn(found.view))
      expect(
        values.some((each) => isSame(each, value)) || value === 0,
        `${path} = ${value} has no figure, of ${about}`,
      ).toBe(true)
  }

  return {
    run: (command: Command): void => {
      switch (command.do) {
        case 'write':
          write('id' in command.fact ? String(command.fact.id) : '', command.fact)
          break
        case 'change': {
          const before = stored.get(command.id)
          if (before) write(command.id, { ...before.fact, ...command.change })
          break
        }
        case 'withdraw':
          write(command.id, null)
          break
        case 'edit':
          file = floorFrom(command.floor)
          engine = createEngine(createFloorModel(file))
          for (const each of stored.values()) engine.apply(null, each, each.receivedAt)
          break
        case 'look':
          look(command.board, command.at, command.historyComing)
      }
    },
  }
}

describe('every number of every board', () => {
  test.each([
    ['any history', floorParts, commands, 20],
    ['busy weeks', floorPartsOfWeeks, busyWeeks, 15],
  ] as const)(
    '[H110] [H111] is worked out again from what is said to make it: %s',
    (name, parts, list, runs) => {
      const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
      const counted: Counted = { facts: 0, worked: 0, kinds: new Map() }
      fc.assert(
        fc.property(parts, list, (floor, commandsOf) => {
          const underTest = createUnderTest(floorFrom(floor), counted)
          for (const command of commandsOf) underTest.run(command)
        }),
        { seed, numRuns: propertyRuns(runs) },
      )
      sayFigures(
        `${name}: ${counted.facts} numbers from their facts, ${counted.worked} from others, of ${counted.kinds.size} kinds of boards, FLOORBOARD_SEED=${seed}`,
      )
      expect(counted.facts + counted.worked).toBeGreaterThan(500)
    },
    600_000,
  )
})
