import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { weeklyDue } from '../../../shared/domain/recaps/recap-due.ts'
import { createZone } from '../../../shared/domain/time/zone.ts'
import { folders } from '../../../shared/playbook/folders.ts'
import { playbookRoles } from '../../../shared/playbook/shape.ts'
import type { Board } from '../../../shared/wire/floor.ts'
import { readFloorFile } from '../floor-file/read-floor-file.ts'
import { demoFloorText, demoFloorTextAt } from './demo-floor.ts'
import { placePortraits } from './place-portraits.ts'

const reading = readFloorFile(demoFloorText)
const file = reading.ok ? reading.file : null

/** What a board says something about by itself, in which window. */
const ownMetrics = (board: Board): readonly { metric: string; window: string }[] => {
  if (board.kind === 'head-to-head')
    return board.metrics.map(({ metric, window }) => ({ metric, window: window ?? board.window }))
  if (board.kind === 'results') return [{ metric: board.metric, window: board.period }]
  if (board.kind === 'accountability') {
    const windowOf = new Map(file?.metrics.map(({ id, window }) => [id, window]))
    return board.metrics.map((metric) => ({ metric, window: windowOf.get(metric) ?? 'week' }))
  }
  if (board.kind === 'calm')
    return [...board.metrics, ...(board.result ? [board.result] : [])].map(({ metric, window }) => ({
      metric,
      window: window ?? 'week',
    }))
  return 'metric' in board ? [{ metric: board.metric, window: board.window }] : []
}

/** What stands beside that, or beneath it. */
const besides = (board: Board): readonly string[] => [
  ...('pair' in board && board.pair ? [board.pair.metric] : []),
  ...('inputs' in board ? board.inputs.map(({ metric }) => metric) : []),
]

describe('the demo floor', () => {
  test('is a floor file that holds together', () => {
    expect(reading.ok ? [] : reading.errors).toEqual([])
  })

  test('[D11] its recaps were due on the last morning before it was begun', () => {
    const begun = (text: string) => {
      const at = Date.parse(text)
      const read = readFloorFile(demoFloorTextAt(at))
      const recaps = read.ok ? read.file.floor.recaps : undefined
      return recaps && [recaps.day, weeklyDue(createZone('America/New_York'), recaps, at) !== null]
    }
    // A Wednesday, before and after eight in New York, and across the end of summer time.
    expect(begun('2026-11-18T12:59:00Z')).toEqual(['tuesday', true])
    expect(begun('2026-11-18T13:00:00Z')).toEqual(['wednesday', true])
    expect(begun('2026-11-01T05:30:00Z')).toEqual(['saturday', true])
  })

  test('[K60] its seasons are that of the quarter in which it is begun, and the one before, which is over', () => {
    const seasonsAt = (text: string) => {
      const read = readFloorFile(demoFloorTextAt(Date.parse(text)))
      return read.ok ? read.file.seasons.map(({ id, from, until }) => [id, from, until]) : read.errors
    }
    expect(seasonsAt('2027-02-28T12:00:00Z')).toEqual([
      ['season-2026-4', '2026-10-01', '2026-12-31'],
      ['season-2027-1', '2027-01-01', '2027-03-31'],
    ])
  })

  test('has 24 people on three teams in two offices', () => {
    expect(file?.people).toHaveLength(24)
    expect(file?.teams).toHaveLength(3)
    expect(new Set(file?.teams.map(({ office }) => office)).size).toBe(2)
    expect(new Set(file?.teams.map(({ timeZone }) => timeZone)).size).toBe(2)
  })

  test('has a portrait for everybody, and nobody else’s', () => {
    const { people = [], alerts = [] } = file ?? {}
    const leaders = alerts.flatMap((alert) => alert.leaders)
    const photos = [...people, ...leaders].map(({ photo }) => photo)
    const drawn = readdirSync(new URL('../../../assets/portraits', import.meta.url))
    expect(photos.toSorted()).toEqual(drawn.map((name) => `/media/portraits/${name}`).toSorted())
  })

  test('puts its portraits into the media folder once, and leaves alone what is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorboard-portraits-'))
    const from = fileURLToPath(new URL('../../../assets/portraits', import.meta.url))
    const media = join(folder, 'media/portraits')
    expect(placePortraits(from, folder)).toBeNull()
    expect(readdirSync(media)).toEqual(readdirSync(from))
    rmSync(join(media, 'priya-raman.webp'))
    expect(placePortraits(from, folder)).toBeNull()
    expect(readdirSync(media)).not.toContain('priya-raman.webp')
    expect(placePortraits(from, join(folder, 'media/portraits/hana-sato.webp'))).toMatch(
      /^The people of the demo go without their photos: .*\.$/,
    )
    rmSync(folder, { recursive: true })
  })

  test('puts no metric on a wall without a goal for it', () => {
    const withGoal = new Set(file?.goals.map(({ metric, window }) => `${metric} ${window}`))
    const shown = file?.boards.flatMap(ownMetrics).map(({ metric, window }) => `${metric} ${window}`) ?? []
    expect(shown.filter((pair) => !withGoal.has(pair))).toEqual([])
  })

  test('keeps results off accountability, and shows inputs and outputs on every other playlist', () => {
    const indicatorOf = new Map(file?.metrics.map(({ id, indicator }) => [id, indicator]))
    const boardOf = new Map(file?.boards.map((board) => [board.id, board]))
    for (const { id, items } of file?.playlists ?? []) {
      const metrics = items.flatMap(({ board: boardId }) => {
        const board = boardOf.get(boardId)
        return board ? [...ownMetrics(board).map(({ metric }) => metric), ...besides(board)] : []
      })
      expect({ id, indicators: new Set(metrics.map((metric) => indicatorOf.get(metric))) }).toEqual({
        id,
        indicators: new Set(id.startsWith('accountability-') ? ['input'] : ['input', 'output']),
      })
    }
  })

  test('has a playlist for each folder and role of the playbook', () => {
    const playlists = file?.playlists.map(({ id }) => id)
    for (const { id } of folders)
      for (const role of playbookRoles) expect(playlists).toContain(`${id}-${role}`)
  })
})
