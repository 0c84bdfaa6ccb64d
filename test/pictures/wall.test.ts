// The wall in motion and in trouble: a real browser, a real socket, a feed that the test holds.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { picture } from '../../renderer/boards/leaderboard/gallery-states.ts'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { views } from '../../renderer/gallery/states.ts'
import type { LeaderboardRow, LeaderboardView } from '../../shared/wire/boards/leaderboard-board.ts'
import { rendererFolder } from '../built.ts'
import { breaches, movingProperties } from './legibility.ts'
import { keepsPictures, pictureForPeople } from './picture-for-people.ts'
import { styled } from './styled.ts'
import { atRest, openBrowser, openWall, rehearsed, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

const folder = 'test-results/pictures'
/** Where a board's title stands, above its answer. */
const titled = styled('.eyebrow-text')

let browser: Browser
let feed: WallFeed
const pages: Page[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})
beforeEach(async () => {
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await feed.close()
})

const wall = async (before?: () => void): Promise<Page> => {
  const { page } = await openWall(browser, feed.url, '720p', before, { paints: false })
  pages.push(page)
  return page
}

const viewOf = (id: string) => {
  const view = views.find((each) => each.id === id)
  if (!view) throw new Error(`no view ${id}`)
  return view
}

/** One overtakes everybody, and is over their goal. */
const overtakenBy = (winner: string): LeaderboardView => {
  const from = picture.rows[winner]?.place ?? 0
  const moved = Object.entries(picture.rows).map(([id, row]): [string, LeaderboardRow] => {
    if (id === winner)
      return [id, { ...row, value: 42_000_000, attainment: 1.41, state: 'reached', place: 0, rank: 1 }]
    return row.place < from ? [id, { ...row, place: row.place + 1, rank: row.place + 2 }] : [id, row]
  })
  return { ...picture, rows: Object.fromEntries(moved) }
}

/** The fourth overtakes everybody and passes the goal. */
const overtaken = (): LeaderboardView => overtakenBy('tomás-herrera')

/** The third overtakes everybody: a change of places alone, since she was over her goal before. */
const climbed = (): LeaderboardView => overtakenBy('elena-voss')

/** Counts, from now on, frames asked for and writes to inline styles. */
const watch = async (page: Page): Promise<void> => {
  await rehearsed(page)
  await page.evaluate(() => {
    const seen = { frames: 0, styles: 0, texts: 0, moves: 0 }
    const ask = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => {
      seen.frames += 1
      return ask(callback)
    }
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === 'attributes') seen.styles += 1
        else if (change.type === 'characterData') seen.texts += 1
        else seen.moves += [...change.addedNodes].some((node) => node instanceof HTMLLIElement) ? 1 : 0
      }
    }).observe(document.body, {
      subtree: true,
      attributes: true,
      attributeFilter: ['style'],
      characterData: true,
      childList: true,
    })
    Object.assign(window, { seen })
  })
}

/** Whether a row has been on its way for so long. */
const travelling = (forMs: number): boolean =>
  document
    .getAnimations()
    .some(
      ({ effect, currentTime }) =>
        effect instanceof KeyframeEffect && effect.target?.matches('.leader') && Number(currentTime) >= forMs,
    )

const seen = (page: Page) =>
  page.evaluate(
    () => ({ ...Reflect.get(window, 'seen') }) as Record<'frames' | 'styles' | 'texts' | 'moves', number>,
  )

test('a wall at rest asks for no frame and writes nothing', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  await watch(page)
  await page.waitForTimeout(2000)
  expect(await seen(page)).toEqual({ frames: 0, styles: 0, texts: 0, moves: 0 })
})

test('gold that is taken back while it appears does not go on unseen', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  const appearing = (): number =>
    document
      .getAnimations()
      .flatMap(({ effect }) => (effect instanceof KeyframeEffect && effect.target ? [effect.target] : []))
      .filter((target) => target.matches('.bar-gold, .avatar-star')).length
  expect(await page.evaluate(appearing)).toBe(0)
  feed.change(overtaken())
  await page.waitForFunction(appearing)
  feed.change(picture)
  await page
    .locator('.leader', { hasText: 'Tomás' })
    .locator('.bar-gold:not([data-on])')
    .waitFor({ state: 'attached' })
  expect(await page.evaluate(appearing)).toBe(0)
  await settled(page, picture)
})

/** Tomás at so much of his goal of $300K; nobody else moves. */
const tomasAt = (dollarsK: number): LeaderboardView => {
  const row = picture.rows['tomás-herrera']
  if (!row) throw new Error('nobody')
  const value = dollarsK * 100_000
  const goal = 30_000_000
  const state = value >= goal ? 'reached' : 'on pace'
  return {
    ...picture,
    rows: { ...picture.rows, 'tomás-herrera': { ...row, value, goal, attainment: value / goal, state } },
  }
}

test('[S235] [S236] gold floods the row of who passes their goal, and after a correction not a second time', async () => {
  feed.show([tomasAt(290)])
  const page = await wall()
  await settled(page, picture)
  await rehearsed(page)
  const band = page.locator(styled('.gold[data-front]'))
  expect(await band.count()).toBe(0)
  feed.change(tomasAt(305))
  // Its words come a turn after its light.
  await band.getByText('Tomás Herrera').waitFor({ state: 'attached' })
  await band.waitFor({ state: 'detached' })
  const shows = (text: string) => page.locator('.leader', { hasText: 'Tomás' }).getByText(text).waitFor()
  feed.change(tomasAt(290))
  await shows('$290K')
  feed.change(tomasAt(306))
  await shows('102%')
  await atRest(page)
  expect(await band.count()).toBe(0)
  expect(await page.locator('.leader[data-reached]', { hasText: 'Tomás' }).count()).toBe(1)
})

test('a page comes up from the top, two rows at a time, until everybody is there', async () => {
  feed.show([picture])
  const page = await wall(() => {
    const coming: string[][] = []
    new MutationObserver((changes) => {
      const names = changes
        .flatMap(({ addedNodes }) => [...addedNodes])
        .flatMap((node) => (node instanceof Element ? [...node.querySelectorAll('.person-name')] : []))
        .filter((name) => name.closest('.leader'))
        .map((name) => name.textContent)
      if (names.length > 0) coming.push(names)
    }).observe(document, { subtree: true, childList: true })
    Object.assign(window, { coming })
  })
  await settled(page, picture)
  const coming = await page.evaluate(() => Reflect.get(window, 'coming') as string[][])
  const byPlace = Object.values(picture.rows).sort((a, b) => a.place - b.place)
  expect(coming.map((names) => names.length)).toEqual([2, 2, 2, 2])
  expect(coming.map((names) => names.toSorted())).toEqual(
    [0, 2, 4, 6].map((from) =>
      byPlace
        .slice(from, from + 2)
        .map(({ name }) => name)
        .toSorted(),
    ),
  )
})

test('a row travels by transform alone, above those it overtakes, and no element moves in the document', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  await watch(page)
  feed.change(climbed())
  // Looked for by the clock: by default each look asks for a frame.
  await page.waitForFunction(travelling, 0, { polling: 10 })
  const started = await seen(page)
  const layers = await page
    .locator('.leader')
    .evaluateAll((rows) => rows.map((row) => getComputedStyle(row).zIndex))
  expect(layers.filter((layer) => layer === '1')).toHaveLength(1)
  expect(layers.filter((layer) => layer === 'auto')).toHaveLength(7)
  expect(await movingProperties(page)).toEqual([])
  await atRest(page)
  const ended = await seen(page)
  expect(ended.styles, 'styles written while the rows travel').toBe(started.styles)
  expect(ended.frames, 'asked for as the change came in, and none since').toBe(1)
  expect(ended.moves).toBe(0)
  expect(ended.texts).toBeLessThanOrEqual(20)
  expect(await page.locator('.leader', { hasText: 'Elena' }).locator('.leader-value').textContent()).toBe(
    '$420K',
  )
})

test('all that follows from a deal is drawn in one frame, but for the gold of a goal that it passes', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  await rehearsed(page)
  await page.evaluate(() => {
    const drawn: string[] = []
    const parts = ['leader-value', 'board-foot', 'leader-rank', 'team', 'leader']
    new MutationObserver((changes) => {
      const seen = changes.map(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement
        return parts.find((part) => element?.closest(`.${part}`)) ?? 'elsewhere'
      })
      drawn.push(...seen)
      requestAnimationFrame(() => drawn.push('frame'))
    }).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['style'],
    })
    Object.assign(window, { drawn })
  })
  const { team, latest } = picture
  if (team === null || latest === null) throw new Error('the picture has a team and a deal')
  feed.change({
    ...overtaken(),
    team: { ...team, value: (team.value ?? 0) + 7_000_000 },
    latest: { ...latest, account: 'Great Northern' },
  })
  await page.waitForFunction(travelling, 0)
  const drawn = await page.evaluate(() => Reflect.get(window, 'drawn') as string[])
  const [first, next] = [drawn.slice(0, drawn.indexOf('frame')), drawn.slice(drawn.indexOf('frame'))]
  for (const part of ['leader', 'leader-value', 'leader-rank', 'team', 'board-foot'])
    expect(first).toContain(part)
  for (const part of ['leader-value', 'leader-rank', 'team', 'board-foot']) expect(next).not.toContain(part)
})

test('of changes that follow one another within a frame the last is what the wall ends with', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  for (let change = 0; change < 20; change += 1) feed.change(change % 2 === 0 ? overtaken() : picture)
  feed.change({ ...overtaken(), title: 'The last' })
  await page.locator(titled, { hasText: 'The last' }).waitFor()
  await settled(page, picture)
  const row = page.locator('.leader', { hasText: 'Tomás' })
  expect(await row.locator('.leader-value').textContent()).toBe('$420K')
  expect(await row.locator('.leader-rank').textContent()).toBe('1')
  expect(await row.evaluate((node) => node.style.transform)).toBe('translateY(0%)')
})

test('what a change sets moving is taken away in one task, before the browser would draw its end frame by frame', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  await rehearsed(page)
  await page.evaluate(() => {
    const ends: { at: number; early: boolean }[] = []
    const { cancel } = Animation.prototype
    Animation.prototype.cancel = function () {
      const end = Number(this.effect?.getComputedTiming().endTime)
      ends.push({ at: Number(document.timeline.currentTime), early: Number(this.currentTime) < end - 1000 })
      cancel.call(this)
    }
    Object.assign(window, { ends })
  })
  feed.change(climbed())
  await page.waitForFunction(travelling, 0)
  await atRest(page)
  const ends: { at: number; early: boolean }[] = await page.evaluate(() => Reflect.get(window, 'ends'))
  // Three rows, the winner's number, bar and plate.
  expect(ends.length).toBeGreaterThanOrEqual(6)
  expect(new Set(ends.map(({ at }) => at)).size).toBe(1)
  expect(ends.every(({ early }) => early)).toBe(true)
  expect(await page.locator(styled('.leader[data-overtakes]')).count()).toBe(0)
})

test('a row that is sent elsewhere on its way sets out from where it is', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  const row = page.locator('.leader', { hasText: 'Tomás' })
  await row.evaluate((node) => {
    const way: { left: number; from: number }[] = []
    const downOf = (transform: string): number => new DOMMatrix(transform).f
    const { animate } = node
    const { cancel } = Animation.prototype
    let left = Number.NaN
    Animation.prototype.cancel = function () {
      if (this.effect instanceof KeyframeEffect && this.effect.target === node)
        left = downOf(getComputedStyle(node).transform)
      cancel.call(this)
    }
    node.animate = (frames, options) => {
      const animation = animate.call(node, frames, options)
      way.push({ left, from: downOf(getComputedStyle(node).transform) })
      return animation
    }
    Object.assign(window, { way })
  })
  const height = (await row.boundingBox())?.height ?? Number.NaN
  feed.change(overtaken())
  await page.waitForFunction(travelling, 150)
  feed.change(picture)
  await page.waitForFunction(() => Reflect.get(window, 'way').length === 2)
  const [first, second] = await page.evaluate<{ left: number; from: number }[]>(() =>
    Reflect.get(window, 'way'),
  )
  // From the fourth place to the first, and back from somewhere else than either end.
  expect(first?.from).toBeCloseTo(3 * height, 0)
  expect(second?.left).toBeLessThan(3 * height)
  expect(Math.abs((second?.from ?? 0) - (second?.left ?? 0))).toBeLessThan(height / 10)
  await settled(page, picture)
})

test('a number counts in its place, is overtaken by the next, and stands alone at the end', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  const value = page.locator('.leader', { hasText: 'Tomás' }).locator('.leader-value')
  // Its laid-out size: a box on screen, moved by the row's way, has rounding errors of its own.
  const size = (): Promise<string[]> =>
    value.evaluate((node) => [getComputedStyle(node).width, getComputedStyle(node).height])
  const atRest = await size()
  const strip = value.locator('.count-strip')
  feed.change(overtaken())
  await strip.waitFor()
  const lines = (await strip.textContent())?.split('\n') ?? []
  expect(lines.at(-1)).toBe('$420K')
  expect(lines).toEqual([...lines].sort())
  expect(new Set(lines).size).toBeGreaterThan(5)
  expect(await size()).toEqual(atRest)
  // Back before the first count has ended: one strip, not two.
  feed.change(picture)
  await value.locator('.count-strip', { hasText: /\$287K$/ }).waitFor()
  expect(await strip.count()).toBe(1)
  await settled(page, picture)
  await value.locator('.count-strip:empty').waitFor({ state: 'attached' })
  expect(await value.evaluate((node) => [node.textContent, getComputedStyle(node).visibility])).toEqual([
    '$287K',
    'visible',
  ])
})

/** Of the elements that the browser draws on layers of their own: their classes, or their tags where they have none. */
const layersOf = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  const devtools = await page.context().newCDPSession(page)
  let ids: readonly number[] = []
  // Told whenever they change, and not before: listened for while there is still something to draw.
  devtools.on('LayerTree.layerTreeDidChange', ({ layers }) => {
    if (layers) ids = layers.flatMap(({ backendNodeId }) => backendNodeId ?? [])
  })
  await devtools.send('LayerTree.enable')
  return async () => {
    await devtools.send('DOM.getDocument')
    const nodes = await Promise.all(
      ids.map((backendNodeId) => devtools.send('DOM.describeNode', { backendNodeId })),
    )
    return nodes.map(({ node: { localName, attributes = [] } }) => {
      const at = attributes.indexOf('class')
      return attributes[at === -1 ? -1 : at + 1] ?? localName
    })
  }
}

test('a row that can move is one layer, and no part of it another', async () => {
  const page = await wall()
  const layers = await layersOf(page)
  feed.show([picture])
  await rehearsed(page)
  await settled(page, picture)
  // Chromium keeps the layers of what was rehearsed and never began until the stage is moved, once a minute.
  await page.locator('.stage-area').evaluate((area) => area.style.setProperty('transform', 'none'))
  const rows = Object.keys(picture.rows).map(() => 'leader')
  const around = ['stage', 'chrome', 'progress-fill', '']
  await expect.poll(async () => (await layers()).filter((name) => !around.includes(name))).toEqual(rows)
})

test('only the rows that changed are drawn again', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  await watch(page)
  const [id, row] = Object.entries(picture.rows)[4] ?? []
  if (!id || !row) throw new Error('no fifth row')
  feed.change({ ...picture, rows: { ...picture.rows, [id]: { ...row, value: 25_000_000 } } })
  await page.locator('.leader', { hasText: row.name }).getByText('$250K').waitFor()
  const { styles, moves } = await seen(page)
  expect(moves).toBe(0)
  expect(styles).toBeLessThanOrEqual(2)
})

test('after a lost patch the wall asks again and ends with exactly the view of the feed', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  feed.change(overtaken(), { lose: true })
  feed.change({ ...overtaken(), title: 'After the gap' })
  await page.locator(titled, { hasText: 'After the gap' }).waitFor()
  expect(feed.heard).toContain('resync leaderboard')
  await page.locator('.leader', { hasText: 'Tomás' }).getByText('$420K').waitFor()
})

test('with the feed gone the wall keeps its numbers and says from when they are, and comes back by itself', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  await feed.hangUp()
  await page.getByText('Numbers from 2:4').waitFor()
  expect(await page.locator('.leader').count()).toBe(8)
  await feed.answer()
  await page.getByText('updated').waitFor()
  expect(await page.locator(styled('.stale')).count()).toBe(0)
})

const unknownScreen = 'the floor file has no screen "lobby"; it has "main-wall", "sdr-wall"'

test.each([
  ['a missing token', 'unauthorized', 'Open the address of this screen again, with its token'],
  ['an unknown screen', unknownScreen, 'it has "main-wall", "sdr-wall". Correct the name'],
])('a wall with nothing to show says why it is refused: %s', async (name, words, said) => {
  feed.refuse(words)
  for (const shape of ['1080p', 'portrait'] as const) {
    const { page } = await openWall(browser, feed.url, shape, undefined, { paints: keepsPictures })
    pages.push(page)
    await page.getByText(said).waitFor()
    expect(await breaches(page, 1, 0.05)).toEqual([])
    await pictureForPeople(page, { path: `${folder}/refused-${name.replaceAll(' ', '-')}-${shape}.png` })
  }
})

test.each(['1080p', 'portrait'] as const)(
  'a wall that is refused keeps its numbers, says so in the corner, and comes back by itself, at %s',
  async (shape) => {
    feed.show([picture, viewOf('team-progress'), viewOf('over-the-line'), viewOf('no-pair')])
    const { page } = await openWall(browser, feed.url, shape, undefined, { paints: keepsPictures })
    pages.push(page)
    await page.locator('.scene').first().waitFor()
    feed.refuse(unknownScreen)
    await page.getByText('Screen refused · numbers from 2:4').waitFor()
    await pictureForPeople(page, { path: `${folder}/refused-with-numbers-${shape}.png` })
    expect(await breaches(page, 1, 0.05)).toEqual([])
    feed.refuse(null)
    await page.getByText('updated').waitFor()
  },
)

test('a board that the feed cannot compute is passed over with a note, and the rotation goes on', async () => {
  const [first, second] = [viewOf('team-progress'), viewOf('over-the-line')]
  feed.show([picture, first, second], { seconds: 2 })
  feed.fail(first.id, first.title)
  const page = await wall()
  await page.getByText(`Skipping ${first.title}`).waitFor()
  for (const id of [picture.id, second.id, picture.id])
    await page.locator(`.scene[data-board="${id}"]:not([data-leaving])`).waitFor()
  expect(await page.locator(`.scene[data-board="${first.id}"]`).count()).toBe(0)
})

test('a board that fails while it is drawn is passed over like any other, and gets another try', async () => {
  const broken = viewOf('team-progress')
  feed.show([broken, viewOf('over-the-line')])
  const page = await wall(() => {
    const { segment } = Intl.Segmenter.prototype
    Intl.Segmenter.prototype.segment = function (text) {
      if (text === '3 of 4 teams on pace') throw new Error('cannot draw this')
      return segment.call(this, text)
    }
  })
  await page.getByText(`Skipping ${broken.title}`).waitFor()
  await page.locator('.scene[data-board="over-the-line"] .tile').first().waitFor()
})

test('when no board can be shown the wall says so, with its clock', async () => {
  feed.show([picture])
  feed.fail(picture.id, picture.title)
  const page = await wall()
  await page.getByText('No board can be shown right now').waitFor()
  expect(await page.locator('.clock').textContent()).toMatch(/2:4\d/)
})

test('a wall moves to the renderer that the feed serves now, once, between two scenes', async () => {
  feed.show([picture])
  const page = await wall()
  await settled(page, picture)
  feed.serveBuild('another')
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))
  feed.show([viewOf('over-the-line')])
  await page.waitForEvent('load')
  feed.show([picture])
  await settled(page, picture)
  feed.show([viewOf('over-the-line')])
  await settled(page, viewOf('over-the-line'))
  expect(loads).toHaveLength(1)
})

test('a token in the address is taken out of it, and a reload still has it', async () => {
  feed.show([picture])
  const page = await browser.newPage()
  pages.push(page)
  await page.goto(`${feed.url}/tv/?screen=wall&token=secret`)
  await settled(page, picture)
  expect(page.url()).toBe(`${feed.url}/tv/?screen=wall`)
  await page.reload()
  await settled(page, picture)
  expect(feed.tokens).toEqual(['secret', 'secret'])
})

test('a calm screen moves nothing', async () => {
  feed.show([picture], { calm: true })
  const page = await wall()
  await settled(page, picture)
  feed.change(overtaken())
  await page.locator('.leader', { hasText: 'Tomás' }).getByText('$420K').waitFor()
  // The rotation's own mark fills while a scene is on, whatever else keeps still.
  const allowed = { properties: ['opacity'], animations: ['progress-fill'] }
  expect(await movingProperties(page, allowed)).toEqual([])
})
