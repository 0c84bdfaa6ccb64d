// A wall on every display: they come and go with their displays.
import { join } from 'node:path'
import type { Display, WebContents } from 'electron'
import { type Heartbeat, nothingGood } from '../../../shared/wire/kiosk.ts'
import { chooseDisplay } from '../choose-display.ts'
import { joinHeartbeats, type NightBeat } from '../display-power/joined-heartbeat.ts'
import type { Journal } from '../journal.ts'
import { closedToKeys, type KeyDoor } from '../keys.ts'
import { type KioskOptions, screenOf } from '../options.ts'
import type { TokenSeal } from '../token-seal.ts'
import { assignPlaces } from './assign-places.ts'
import { openPlace, type Place } from './place.ts'
import { createPlacesFile } from './places-file.ts'
import { openWall, type Wall, type WallParts } from './wall.ts'

/** A display that is switched on causes several events within moments. What comes later is arranged anew. */
const settleMs = 200

export interface WallsParts extends WallParts {
  readonly options: KioskOptions
  readonly userData: string
  /** The renderer's build. */
  readonly page: string
  readonly seal: TokenSeal
  readonly onHeartbeat: (beat: NightBeat) => void
  /** Of the wall at this place. */
  readonly onBeat: (place: number, beat: Heartbeat) => void
  readonly onBetweenScenes: (place: number) => void
  readonly journal: Journal
}

/** What opens the feed to a wall, and the screen that it says it is. */
export interface KnownWall {
  readonly url: string
  readonly token: string | null
  readonly screen: string | null
}

export interface Walls {
  each(act: (wall: Wall) => void): void
  /** Something was mended that all walls share. */
  noteMended(what: 'graphics' | 'network'): void
  /** Which keys a page takes. */
  keysOf(contents: WebContents): KeyDoor
  /** Whether somebody has a service menu open. */
  isServiced(): boolean
  /** The places of those that are shown now. */
  shown(): readonly number[]
  /** Each of them as its feed knows it; none while no feed is chosen. */
  known(): Promise<readonly KnownWall[]>
  /** No wall keeps anything of its floor. */
  forgetFloor(): Promise<void>
  /** The kiosk is ending: nothing is brought back any more. */
  stop(): void
  /** Resolves when all last numbers are on disk. */
  settled(): Promise<void>
}

export function showWalls(parts: WallsParts): Walls {
  const { screen, options, feed, userData, page, seal, onHeartbeat, onBeat, onBetweenScenes, journal } = parts
  const file = createPlacesFile(join(userData, 'displays.json'), journal)
  let known = file.load()
  /** By the number of their place. */
  const places = new Map<number, Place>()
  const walls = new Map<number, Wall>()
  /** The last of each wall. */
  const beats = new Map<number, NightBeat>()
  /** The wall on which the kiosk asks what it is to show. */
  let asked = 0

  /** The display of each place that is to show a wall now. */
  const wanted = (displays: readonly Display[]): ReadonlyMap<number, Display> => {
    if (options.display !== undefined && displays.length > 0)
      return new Map([[0, chooseDisplay(displays, screen.getPrimaryDisplay(), options.display)]])
    const assigned = assignPlaces(known, displays)
    if (String(assigned.known) !== String(known)) file.save(assigned.known)
    known = assigned.known
    return assigned.shown
  }

  const placeOf = (nth: number): Place => {
    const place =
      places.get(nth) ??
      openPlace({ nth, userData, page, screen: screenOf(options, nth), feed, seal, journal })
    places.set(nth, place)
    return place
  }

  const show = (nth: number, display: Display): void => {
    const wall = walls.get(nth)
    if (wall !== undefined) {
      wall.fit(display)
      return
    }
    const place = placeOf(nth)
    place.journal.info('the wall opens', { display: display.id })
    walls.set(
      nth,
      openWall(parts, place, display, {
        isAsked: () => nth === asked,
        onBetweenScenes: () => onBetweenScenes(nth),
        onHeartbeat(beat) {
          beats.set(nth, beat)
          onBeat(nth, beat)
          onHeartbeat(joinHeartbeats([...beats.values()]))
        },
      }),
    )
  }

  const arrange = (): void => {
    const displays = screen.getAllDisplays()
    const shown = wanted(displays)
    for (const [nth, wall] of walls) {
      if (shown.has(nth)) continue
      places.get(nth)?.journal.info('the display is gone: its wall closes')
      walls.delete(nth)
      beats.delete(nth)
      wall.close()
    }
    for (const [nth, display] of shown) show(nth, display)
    if (shown.size === 0) return
    const primary = screen.getPrimaryDisplay().id
    const numbers = [...shown.keys()].sort((a, b) => a - b)
    asked = numbers.find((nth) => shown.get(nth)?.id === primary) ?? numbers[0] ?? 0
    // The window that was opened last has the keyboard.
    if (feed.takesKeys() && walls.size > 1) walls.get(asked)?.focus()
  }

  let settling: NodeJS.Timeout | undefined
  let isStopped = false
  const arrangeSoon = () => {
    clearTimeout(settling)
    if (isStopped) return
    settling = setTimeout(arrange, settleMs)
  }
  // The shell's own questions to the feed go by its session, also while its display is away.
  placeOf(0)
  screen.on('display-added', arrangeSoon)
  screen.on('display-removed', arrangeSoon)
  screen.on('display-metrics-changed', arrangeSoon)
  arrange()

  return {
    each(act) {
      for (const wall of walls.values()) act(wall)
    },
    noteMended(what) {
      for (const nth of walls.keys()) places.get(nth)?.recoveries.note(what)
    },
    keysOf: (contents) =>
      [...walls.values()].find((wall) => wall.contents === contents)?.keys ?? closedToKeys,
    isServiced: () => [...walls.values()].some((wall) => wall.isServiced()),
    shown: () => [...walls.keys()],
    async known() {
      const address = await feed.address()
      if (address === null) return []
      const { url, token } = address
      return await Promise.all(
        [...walls.keys()].map(placeOf).map(async ({ tokens, screen }) => ({
          url,
          token: (await tokens.load(url)) ?? token,
          screen,
        })),
      )
    },
    async forgetFloor() {
      for (const { tokens, lastGood, picture } of places.values()) {
        await tokens.forget()
        // Whoever comes next must not see these numbers.
        lastGood.save(nothingGood)
        picture.forget()
        await lastGood.settled()
      }
    },
    stop() {
      isStopped = true
      clearTimeout(settling)
      for (const { recovery } of walls.values()) recovery.stop()
    },
    async settled() {
      await Promise.all([...places.values()].map(({ lastGood }) => lastGood.settled()))
    },
  }
}
