// A TV that is switched on: from navigation to the frame with the board, in a browser process started for it, with
// fifty people against one. And what the TV has to load, against the libraries it could have been made of.
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { openWallFeed } from '../test/pictures/wall-feed.ts'
import { atMost, type BenchResult, median } from './result.ts'
import { openTab } from './tab.ts'
import { boardOf } from './views-of-fifty.ts'

export const name = 'Start of a TV'

const rounds = 7

declare global {
  interface Window {
    /** Ms from navigation to the end of the first frame with a row of the board. */
    boardPaintedMs?: number
  }
}

/** The first contentful paint may be that of a screen which still waits for its board. */
const noteBoard = (): void => {
  new MutationObserver(async (_, watch) => {
    if (!document.querySelector('.leader')) return
    watch.disconnect()
    window.boardPaintedMs = await window.frameDone()
  }).observe(document, { subtree: true, childList: true })
}

const coldStart = async (people: number, throttle: number): Promise<number> => {
  const feed = await openWallFeed('dist/renderer')
  feed.show([boardOf(people)])
  const browser = await openBrowser()
  try {
    const { page } = await openTab(browser, `${feed.url}/tv/?screen=wall`, { before: noteBoard, throttle })
    const painted = await page.waitForFunction(() => window.boardPaintedMs)
    return (await painted.jsonValue()) ?? Number.NaN
  } finally {
    await browser.close()
    await feed.close()
  }
}

const startOf = async (throttle: number): Promise<BenchResult> => {
  const found: { fifty: number; one: number }[] = []
  for (let round = 0; round < rounds; round++)
    found.push({ fifty: await coldStart(50, throttle), one: await coldStart(1, throttle) })
  const of = (side: 'fifty' | 'one'): number => median(found.map((each) => each[side]))
  return atMost(
    `${throttle}×: first frame with the board, 50 people ÷ 1 person`,
    1.3,
    median(found.map((each) => each.fifty / each.one)),
    `${of('fifty').toFixed(0)} against ${of('one').toFixed(0)} ms, cold browser`,
  )
}

const gzippedKb = async (code: string, external: string[] = []): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    external,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length / 1000
}

/** All that they export. */
const libraries = async (): Promise<number[]> =>
  Promise.all([
    gzippedKb(
      "import * as react from 'react'; import * as dom from 'react-dom/client'; console.log(react, dom)",
    ),
    gzippedKb("import * as motion from 'framer-motion'; console.log(motion)", ['react', 'react/jsx-runtime']),
    gzippedKb("import * as d3 from 'd3'; console.log(d3)"),
    gzippedKb("import { io } from 'socket.io-client'; console.log(io)"),
  ])

const bundleSize = async (): Promise<BenchResult> => {
  const folder = 'dist/renderer/assets'
  const scripts = (await readdir(folder)).filter((file) => file.endsWith('.js'))
  const bodies = await Promise.all(scripts.map((file) => readFile(`${folder}/${file}`)))
  const ours = bodies.reduce((sum, body) => sum + gzipSync(body).length / 1000, 0)
  const each = await libraries()
  const all = each.reduce((sum, kb) => sum + kb, 0)
  const [react = 0, motion = 0, d3 = 0, socket = 0] = each.map(Math.round)
  return atMost(
    'script of the TV, gzipped ÷ React, motion, d3 and Socket.IO alone',
    0.8,
    ours / all,
    `${ours.toFixed(0)} against ${all.toFixed(0)} kB: React ${react}, all of motion ${motion}, all of d3 ${d3}, Socket.IO ${socket}`,
  )
}

export const run = async (): Promise<BenchResult[]> => [
  await startOf(1),
  await startOf(4),
  await bundleSize(),
]
