import { describe, expect, test } from 'vitest'
import { readFloorFile } from '../../../../main/feed/floor-file/read-floor-file.ts'
import { playbookFloorText } from '../../../playbook/floor-text.ts'
import { playbookRoles, segments } from '../../../playbook/shape.ts'
import { Award } from '../../../wire/awards.ts'
import type { BoardKind } from '../../../wire/boards.ts'
import { Contest } from '../../../wire/contests/contest.ts'
import { Board, type FloorFile } from '../../../wire/floor.ts'
import { boardKinds } from '../board-kinds.ts'
import {
  boardLack,
  draftFaults,
  metricChoices,
  pairChoices,
  pipelineChoices,
  roleChoices,
  rowsChoices,
  windowChoices,
} from './board-choices.ts'
import { emptyDraft } from './board-draft.ts'
import { asksFor, boardForms } from './board-forms.ts'
import { boardLines, draftOf, parseBoard } from './board-lines.ts'
import { copiedTitle, copyFor } from './copy-board.ts'
import { bestPartner, firstDraft } from './first-draft.ts'

const read = (text: string): FloorFile => {
  const reading = readFloorFile(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.file
}
const plainPlaybook = read(
  playbookFloorText({
    name: 'Northwind',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    locale: 'fr-FR',
    roles: playbookRoles,
    segments,
  }),
)
/** With a contest and an award: the playbook has none. */
const playbook: FloorFile = {
  ...plainPlaybook,
  contests: [
    Contest.parse({
      id: 'hour',
      name: 'Power hour',
      counts: 'bookings',
      from: '2026-11-20T15:00',
      until: '2026-11-20T16:00',
      win: { by: 'most' },
    }),
  ],
  awards: [Award.parse({ id: 'player', name: 'Player of the month', from: '2026-11-01' })],
}
const bare = read('floor: { name: Bare, timeZone: UTC, currency: USD }')
const kinds = Object.keys(boardForms) as BoardKind[]
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

const madeOf = (kind: BoardKind, file = playbook): Board => {
  const draft = { ...firstDraft(kind, file), title: 'Made' }
  const parsed = parseBoard(boardLines(kind, 'made', draft, null, file))
  if (!parsed.success) throw new Error(`${kind}: ${parsed.error.message}`)
  return parsed.data
}

describe('a new board', () => {
  test.each(kinds)('[H85] of the kind %s begins as one that the floor takes', (kind) => {
    expect(boardLack(kind, playbook)).toBeNull()
    // An announcement says nothing until somebody has typed it, and is one already.
    expect(draftFaults(madeOf(kind), playbook)).toEqual([])
  })

  test('[H85] is about what has goals, through the window of these, beside what leads to it', () => {
    expect(firstDraft('leaderboard', playbook)).toMatchObject({
      metrics: ['bookings'],
      window: 'quarter',
      rows: 'people',
    })
    const { pair, metrics } = firstDraft('leaderboard', playbook)
    expect(playbook.metrics.find(({ id }) => id === pair)?.indicator).toBe('input')
    expect(metrics).not.toContain(pair)
    const board = madeOf('leaderboard')
    // The input's goals are set for the week.
    expect(board).toMatchObject({ window: 'quarter', pair: { metric: pair, window: 'week' } })
    expect(firstDraft('accountability', playbook).metrics).toHaveLength(3)
    expect(bestPartner(emptyDraft, playbook.metrics, playbook)).toBeNull()
  })

  test('[H85] offers no metric, window or role that its kind would refuse', () => {
    const hygiene = metricChoices('hygiene', emptyDraft, playbook)
    expect(hygiene.length).toBeGreaterThan(0)
    expect(hygiene.every(({ question }) => question === 'pipeline-hygiene')).toBe(true)
    const work = metricChoices('accountability', emptyDraft, playbook)
    expect(work.every(({ indicator }) => indicator === 'input')).toBe(true)
    expect(ids(work)).not.toContain('bookings')
    expect(ids(metricChoices('team-goal', emptyDraft, playbook))).not.toContain('win-rate')
    expect(ids(pipelineChoices('results', { ...emptyDraft, metrics: ['bookings'] }, playbook))).toEqual([
      'closing-this-quarter',
      'closing-next-quarter',
    ])
    expect(
      pairChoices({ ...emptyDraft, metrics: ['bookings'] }, playbook).map((m) => m.indicator),
    ).not.toContain('output')
    const race = { ...emptyDraft, metrics: ['bookings'], show: 'total' }
    expect(windowChoices('trend-race', { ...race, window: 'quarter' }, playbook)).not.toContain('all')
    expect(windowChoices('countdown-ask', race, playbook)).toEqual([
      'quarter',
      'day',
      'week',
      'month',
      'year',
    ])
    expect(roleChoices('birds-eye', emptyDraft, playbook)).toEqual([])
    expect(ids(roleChoices('formula', emptyDraft, playbook))).toEqual(
      playbook.formulas.map(({ role }) => role),
    )
    expect(rowsChoices('birds-eye', playbook)).toEqual(['people'])
  })

  test('[H85] of a kind that the floor lacks something for says what', () => {
    const lacks = Object.fromEntries(kinds.map((kind) => [kind, boardLack(kind, bare)]))
    expect(lacks).toMatchObject({
      leaderboard: 'metrics',
      funnel: 'stages',
      formula: 'formula',
      exceptions: 'rules',
      contest: 'contests',
      'hall-of-fame': 'contests',
      award: 'awards',
      'head-to-head': 'teams',
      'team-progress': 'teams',
      wins: null,
      announcement: null,
      calm: null,
      'from-the-top': null,
      thanks: 'thanks',
    })
    const unpiped = {
      ...playbook,
      metrics: playbook.metrics.filter(({ of }) => !('from' in of) || of.date !== 'expectedCloseOn'),
    }
    expect(boardLack('results', unpiped)).toBe('pipeline')
  })
})

describe('a board that is changed', () => {
  test('[H90] says the same as before where nothing was chosen, whatever the form does not ask for', () => {
    for (const board of playbook.boards) {
      const same = parseBoard(boardLines(board.kind, board.id, draftOf(board), board, playbook))
      expect(same.success ? same.data : same.error.message).toEqual(board)
    }
  })

  test('[H90] keeps the windows of the metrics that stay beside it', () => {
    const board = Board.parse({
      id: 'b',
      kind: 'team-progress',
      title: 'B',
      metric: 'bookings',
      window: 'quarter',
      inputs: [{ metric: 'meetings-held', window: 'last 28 days' }],
    })
    const draft = { ...draftOf(board), inputs: ['deals-advanced', 'meetings-held'] }
    expect(boardLines('team-progress', 'b', draft, board, playbook)['inputs']).toEqual([
      { metric: 'deals-advanced', window: 'week' },
      { metric: 'meetings-held', window: 'last 28 days' },
    ])
  })

  test('what a kind asks for is a field that it has', () => {
    // A board with every answer is one: no ask names a key that the kind does not know.
    for (const kind of kinds) {
      const lines = boardLines(kind, 'made', { ...firstDraft(kind, playbook), title: 'Made' }, null, playbook)
      const parsed = parseBoard(lines)
      expect(parsed.success ? null : parsed.error.message).toBeNull()
      expect(boardKinds[kind]).toBeDefined()
    }
    expect(asksFor('head-to-head', 'scope')).toBe(false)
  })
})

test('[H85] every choice that a kind offers is one that it takes', () => {
  for (const kind of kinds) {
    const { periods = [], shows = [] } = boardForms[kind]
    expect([kind, asksFor(kind, 'period'), asksFor(kind, 'show')]).toEqual([
      kind,
      periods.length > 0,
      shows.length > 0,
    ])
    const drafts = [...periods.map((period) => ({ period })), ...shows.map((show) => ({ show }))]
    for (const chosen of drafts) {
      const draft = { ...firstDraft(kind, playbook), title: 'Made', ...chosen }
      const parsed = parseBoard(boardLines(kind, 'made', draft, null, playbook))
      expect([kind, parsed.success && draftOf(parsed.data)]).toMatchObject([kind, chosen])
    }
  }
})

describe('a copy for another team', () => {
  const bookings = playbook.boards.find(({ kind }) => kind === 'leaderboard')
  if (!bookings) throw new Error('the playbook has no leaderboard')

  test('[H88] has the team’s name where the old one stood, else at the end', () => {
    expect(copiedTitle('Enterprise bookings', 'Enterprise', 'SMB')).toBe('SMB bookings')
    expect(copiedTitle('enterprise: bookings', 'Enterprise', 'SMB')).toBe('SMB: bookings')
    expect(copiedTitle('Enterprises', 'Enterprise', 'SMB')).toBe('Enterprises · SMB')
    expect(copiedTitle('All bookings', null, 'SMB')).toBe('All bookings · SMB')
    expect(copiedTitle('C++ (EU) team', 'C++ (EU)', 'D')).toBe('D team')
    expect(copiedTitle('Enterprise', 'Enterprise', null)).toBe('Enterprise')
  })

  test('[H88] asks the same of them, and is one that the floor takes', () => {
    for (const board of playbook.boards)
      for (const { id } of playbook.teams.filter(({ id: team }) => team !== board.scope.team)) {
        const { draft, base } = copyFor(board, { team: id, role: null }, playbook)
        const parsed = parseBoard(boardLines(board.kind, 'copy', draft, base, playbook))
        if (!parsed.success) throw new Error(`${board.id} for ${id}: ${parsed.error.message}`)
        expect(
          draftFaults(parsed.data, playbook).map(({ message }) => `${board.id} for ${id}: ${message}`),
        ).toEqual([])
        if (board.kind !== 'head-to-head') expect(parsed.data.scope.team).toBe(id)
        expect(parsed.data.audience).toBe(board.audience)
      }
  })

  test('[H88] leaves behind rows, cards and a goal that were the other team’s own', () => {
    const target = { team: 'smb', role: null }
    const progress = Board.parse({
      id: 'p',
      kind: 'team-progress',
      title: 'Teams',
      metric: 'bookings',
      window: 'quarter',
      teams: ['enterprise'],
    })
    expect(copyFor(progress, target, playbook).base).not.toHaveProperty('teams')
    const bar = Board.parse({
      id: 'l',
      kind: 'leaderboard',
      title: 'L',
      metric: 'bookings',
      window: 'quarter',
      bars: 'absolute',
      goalOf: 'enterprise',
    })
    const copied = copyFor(bar, target, playbook).base
    expect(copied).not.toHaveProperty('goalOf')
    expect(copied).toHaveProperty('bars', 'absolute')
  })

  test('[H88] keeps a role within a team, and leaves one that was all the board was about', () => {
    const ranking = { id: 'r', kind: 'leaderboard', title: 'R', metric: 'bookings', window: 'quarter' }
    const scopeOf = (scope: object, target: { team: string | null; role: string | null }) => {
      const { draft } = copyFor(Board.parse({ ...ranking, scope }), target, playbook)
      return [draft.team, draft.role]
    }
    const smb = { team: 'smb', role: null }
    expect(scopeOf({ team: 'enterprise', role: 'sdr' }, smb)).toEqual(['smb', 'sdr'])
    expect(scopeOf({ role: 'enterprise-ae' }, smb)).toEqual(['smb', null])
    expect(scopeOf({ role: 'enterprise-ae' }, { team: null, role: 'smb-ae' })).toEqual([null, 'smb-ae'])
  })

  test('[H88] of a head to head sets the team against one that stands beside it', () => {
    const duel = Board.parse({
      id: 'd',
      kind: 'head-to-head',
      title: 'SMB against Enterprise',
      sides: ['smb', 'enterprise'],
      metrics: [{ metric: 'bookings' }, { metric: 'meetings-held' }],
      window: 'quarter',
    })
    const { draft } = copyFor(duel, { team: 'mid-market', role: null }, playbook)
    expect(draft.sides).toEqual(['mid-market', 'smb'])
    expect([draft.team, draft.title]).toEqual([null, 'Mid-market against Enterprise'])
  })
})
