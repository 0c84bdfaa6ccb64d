// How a number was computed: all facts that stand are asked what they add to it, a few at a time, while others come and go.
import { createHash } from 'node:crypto'
import {
  explainFacts,
  explainNumber,
  type NumberExplainer,
} from '../../../shared/domain/boards/explained-answer.ts'
import {
  type FigureSight,
  figureInWords,
  figuresOfBoard,
  findFigure,
  groupsInWords,
  openSight,
} from '../../../shared/domain/boards/figures/board-figures.ts'
import { shownMade } from '../../../shared/domain/boards/figures/shown-figure.ts'
import { ownWindow } from '../../../shared/domain/boards/metric-answer.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { type ExplainedAnswer, usualLines } from '../../../shared/wire/explained.ts'
import type {
  BoardFiguresAnswer,
  FigureAbout,
  FigureAnswer,
  ShownFigure,
} from '../../../shared/wire/figures.ts'
import type { Board } from '../../../shared/wire/floor.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'
import { definitionText } from '../floor-file/definition-text.ts'
import { factKey } from '../store/entry-key.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { unknown } from './answer.ts'
import type { Refusal } from './live-floor.ts'

export interface ExplainQuery {
  readonly metric: string
  /** Null: the metric's own, else this quarter. */
  readonly window: WindowSpec | null
  /** Epoch ms. */
  readonly at: number
  readonly rep: string | null
  readonly team: string | null
  readonly role: string | null
  /** Whether whoever asks may see a fact that credits these people. */
  readonly maySee: (people: readonly (string | null)[]) => boolean
  /** How many facts are listed. */
  readonly lines: number
}

export interface FigureQuery {
  readonly board: Board
  /** The id of a figure of the board. */
  readonly figure: string
  /** Epoch ms. */
  readonly at: number
  readonly maySee: ExplainQuery['maySee']
  readonly lines: number
}

/** A figure of which somebody says that it looks wrong. */
export interface DoubtedFigure {
  readonly about: FigureAbout
  /** As the board shows it: "Priya R., Of goal: 137%". */
  readonly shown: string
}

export interface Explain {
  metric(query: ExplainQuery): Promise<ExplainedAnswer | Refusal>
  /** Every number of a board at an instant (epoch ms). */
  board(board: Board, at: number): BoardFiguresAnswer
  /** One of them, with the facts behind it. */
  figure(query: FigureQuery): Promise<FigureAnswer | Refusal>
  /** The same for anybody who sees the board, by ids that say nothing of anybody. */
  shownBoard(board: Board, at: number): BoardFiguresAnswer
  shownFigure(query: Omit<FigureQuery, 'maySee' | 'lines'>): Promise<ShownFigure | Refusal>
  /** Null where there is no such figure, or it is no metric's. */
  doubted(query: Omit<FigureQuery, 'maySee' | 'lines'>): DoubtedFigure | null
}

export interface ExplainParts {
  readonly floor: { numbers(): Numbers; current(): { readonly version: number } }
  readonly log: Pick<Log, 'factsOf' | 'onCommit'>
  readonly turns: Turns
}

interface Running {
  readonly explainer: NumberExplainer
  /** Keys of facts that came or went since it began. */
  readonly changed: Set<string>
}

interface SightedQuery extends FigureQuery {
  readonly sight: FigureSight
}

/** Ids of figures have people's in them. */
const publicSight: FigureSight = {
  isPublic: true,
  idOf: (id) => createHash('sha256').update(id).digest('base64url').slice(0, 16),
}

/** A floor that is edited meanwhile is asked anew, so often. */
const mostTries = 5

export const createExplain = ({ floor, log, turns }: ExplainParts): Explain => {
  const running = new Set<Running>()
  log.onCommit((entries) => {
    if (running.size === 0) return
    for (const entry of entries) {
      if (entry.kind !== 'fact') continue
      const fact = (entry.after ?? entry.before)?.fact
      if (fact === undefined) continue
      for (const { explainer, changed } of running) {
        changed.add(factKey(fact.source, fact.id))
        if (entry.after === null) explainer.drop(fact.source, fact.id)
        else explainer.take(entry.after)
      }
    }
  })

  const begin = (query: ExplainQuery): NumberExplainer | Refusal => {
    const numbers = floor.numbers()
    const { model } = numbers
    const { file, roster } = model
    const plan = model.metric(query.metric)
    if (plan === null) return unknown('unknown-metric', 'metric', query.metric, file.metrics)
    const { rep, team, role } = query
    if (rep !== null && !file.people.some(({ id }) => id === rep))
      return { code: 'unknown-filter', message: `the floor has no person "${rep}"` }
    if (team !== null && !file.teams.some(({ id }) => id === team))
      return unknown('unknown-filter', 'team', team, file.teams)
    if (role !== null && !file.roles.some(({ id }) => id === role))
      return unknown('unknown-filter', 'role', role, file.roles)
    const explainer = explainNumber(numbers, {
      plan,
      window: query.window ?? ownWindow(plan),
      at: query.at,
      rep: rep === null ? null : roster.subjectOf(rep),
      team: team === null ? null : roster.subjectOf(team),
      role,
      text: definitionText(plan.metric.of),
      maySee: query.maySee,
      lines: query.lines,
    })
    return explainer ?? unknown('unknown-metric', 'metric', query.metric, file.metrics)
  }

  /** All facts are asked. Null where the floor changed meanwhile. */
  const answerOf = async (explainer: NumberExplainer): Promise<ExplainedAnswer | null> => {
    const { version } = floor.current()
    const own: Running = { explainer, changed: new Set() }
    running.add(own)
    try {
      for (const [source] of floor.numbers().engine.sources.entries())
        for await (const page of log.factsOf(source))
          for (const stored of page) {
            const { source: from, id } = stored.fact
            // What changed since the page was read is known already.
            if (!own.changed.has(factKey(from, id))) explainer.take(stored)
            if (turns.due()) await turns.next()
          }
      return floor.current().version === version ? explainer.answer() : null
    } finally {
      running.delete(own)
    }
  }

  const figureOf = ({ board, figure, at, sight }: SightedQuery) => {
    const found = figuresOfBoard(floor.numbers(), board, at)
    const own = findFigure(found, figure, sight.idOf)
    return own && { found, ...own }
  }

  /** With the facts that came meanwhile in both, the number and its explanation. */
  const figureOnce = async (query: SightedQuery) => {
    const { board, at, maySee, lines } = query
    const gone: Refusal = {
      code: 'unknown-figure',
      message: `board "${board.id}" has no figure "${query.figure}" at the moment`,
    }
    const before = figureOf(query)
    if (before === null) return gone
    const { facts } = before.figure
    if (facts === null) return { ...before, explained: null }
    const text = facts.of.kind === 'metric' ? definitionText(facts.of.plan.metric.of) : ''
    const explainer = explainFacts(before.found.numbers, facts, { text, at, maySee, lines })
    if (explainer === null) return gone
    const explained = await answerOf(explainer)
    if (explained === null) return null
    const after = figureOf(query)
    return after === null ? gone : { ...after, explained }
  }

  const again = async <T>(once: () => Promise<T | Refusal | null>): Promise<T | Refusal> => {
    for (let tried = 1; tried <= mostTries; tried += 1) {
      const answer = await once()
      if (answer !== null) return answer
    }
    return { code: 'bad-query', message: 'the floor is being changed at this moment; ask again' }
  }

  const boardOf = (board: Board, at: number, sight: FigureSight): BoardFiguresAnswer => {
    const found = figuresOfBoard(floor.numbers(), board, at)
    return { board: headOf(found.view), at, groups: groupsInWords(found, sight) }
  }

  return {
    metric: (query) =>
      again(async () => {
        const explainer = begin(query)
        return 'code' in explainer ? explainer : await answerOf(explainer)
      }),
    board: (board, at) => boardOf(board, at, openSight),
    figure: async (query) => {
      const answer = await again(() => figureOnce({ ...query, sight: openSight }))
      if ('code' in answer) return answer
      const { found, group, figure, explained } = answer
      const own = figureInWords(found, group, figure, openSight)
      return { board: headOf(found.view), at: query.at, group: group.name, figure: own, explained }
    },
    shownBoard: (board, at) => boardOf(board, at, publicSight),
    shownFigure: async (query) => {
      const answer = await again(() =>
        figureOnce({ ...query, maySee: everybody, lines: usualLines, sight: publicSight }),
      )
      if ('code' in answer) return answer
      const { found, group, figure, explained } = answer
      const own = figureInWords(found, group, figure, publicSight)
      return { at: query.at, group: group.name, figure: own, made: explained && shownMade(found, explained) }
    },
    doubted: (query) => {
      const own = figureOf({ ...query, maySee: everybody, lines: usualLines, sight: publicSight })
      if (own === null) return null
      const { found, group, figure } = own
      const { about, name, display } = figureInWords(found, group, figure, openSight)
      return about && { about, shown: `${group.name}, ${name}: ${display}` }
    },
  }
}

const everybody = (): boolean => true

const headOf = ({ id, title, kind, scope }: BoardView): BoardFiguresAnswer['board'] => ({
  id,
  title,
  kind,
  scope,
})
