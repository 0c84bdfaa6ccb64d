// The console of a large floor: from navigation to the headline of its first page, what it has to load for that, and how
// long an edit takes, against the libraries that it is made of and the YAML that an edit has to read.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { build } from 'esbuild'
import { parse, stringify } from 'yaml'
import { becomeAdmin } from '../test/console/open-console.ts'
import { openBrowser } from '../test/pictures/wall-browser.ts'
import { newFolder, removeFolder, startFeedProcess } from './feed-process.ts'
import { textOfFiveHundred } from './floor-of-five-hundred.ts'
import { atMost, type BenchResult, median, quantile } from './result.ts'
import { serveFolder } from './tab.ts'

export const name = 'Console of a large floor'

const rounds = 7
const edits = 30
const warmUp = 5

declare global {
  interface Window {
    /** Ms from navigation to the end of the first frame with a headline. */
    headlineMs?: number
  }
}

const noteHeadline = (): void => {
  new MutationObserver((_, watch) => {
    if (!document.querySelector('h1')?.textContent) return
    watch.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        window.headlineMs = performance.now()
      }
      port2.postMessage(null)
    })
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

type Signed = Awaited<ReturnType<BrowserContext['storageState']>>

interface Start {
  readonly ms: number
  /** Scripts that had come by then, gzipped. */
  readonly kb: number
}

/** In a browser process started for it. */
const coldStart = async (url: string, storageState?: Signed): Promise<Start> => {
  const browser = await openBrowser()
  try {
    const own = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...(storageState ? { storageState } : {}),
    })
    const page = await own.newPage()
    const scripts: Promise<Buffer>[] = []
    page.on('response', (response) => {
      const isOwn = response.frame() === page.mainFrame()
      if (isOwn && response.request().resourceType() === 'script') scripts.push(response.body())
    })
    // `tsx` adds calls of this to functions, also to those that are sent to a page.
    await page.addInitScript('globalThis.__name = (marked) => marked')
    await page.addInitScript(noteHeadline)
    await page.goto(url)
    const shown = await page.waitForFunction(() => window.headlineMs)
    page.removeAllListeners('response')
    const bodies = await Promise.all(scripts)
    const kb = bodies.reduce((sum, body) => sum + gzipSync(body).length / 1000, 0)
    return { ms: (await shown.jsonValue()) ?? Number.NaN, kb }
  } finally {
    await browser.close()
  }
}

/** A page that loads all that the libraries export and draws one headline. */
const barePage = `
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import * as aria from 'react-aria-components'
import * as query from '@tanstack/react-query'
import * as router from '@tanstack/react-router'
import * as intl from 'react-intl'
import * as zod from 'zod'
import { io } from 'socket.io-client'
globalThis.libraries = { aria, query, router, intl, zod, io }
createRoot(document.getElementById('page')).render(createElement('h1', null, 'A headline'))`

const writeBarePage = async (folder: string): Promise<void> => {
  await mkdir(folder)
  await build({
    stdin: { contents: barePage, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    outfile: join(folder, 'page.js'),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const html =
    '<!doctype html><title>Bare</title><div id="page"></div><script type="module" src="/page.js"></script>'
  await writeFile(join(folder, 'index.html'), html)
}

const send = async (url: string, method: string, type: string, body: string): Promise<number> => {
  const answer = await fetch(url, { method, headers: { 'content-type': type }, body })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return Number(/"version":(\d+)/.exec(text)?.[1])
}

const editsOf = async (feedUrl: string, first: number): Promise<BenchResult[]> => {
  const found = { edit: [] as number[], yaml: [] as number[] }
  let version = first
  for (let nth = 0; nth < edits + warmUp; nth += 1) {
    const fields = { items: [{ board: `board-${nth % 60}`, seconds: 20 + nth }] }
    const body = JSON.stringify({
      version,
      edits: [{ do: 'set', list: 'playlists', id: 'playlist-7', fields }],
    })
    const sentAt = performance.now()
    version = await send(`${feedUrl}/api/v1/floor/edits`, 'POST', 'application/json', body)
    const answeredAt = performance.now()
    stringify(parse(textOfFiveHundred))
    if (nth < warmUp) continue
    found.edit.push(answeredAt - sentAt)
    found.yaml.push(performance.now() - answeredAt)
  }
  return [0.5, 0.95].map((q) => {
    const [edit, yaml] = [quantile(found.edit, q), quantile(found.yaml, q)]
    return atMost(
      `p${q * 100} edit of a playlist, sent to answered ÷ the floor's YAML parsed and written once`,
      1.5,
      edit / yaml,
      `${edit.toFixed(0)} against ${yaml.toFixed(0)} ms, ${edits} each`,
    )
  })
}

const signIn = async (feedUrl: string): Promise<Signed> => {
  const browser = await openBrowser()
  try {
    const own = await browser.newContext()
    const page = await own.newPage()
    await page.goto(`${feedUrl}/console/`)
    await becomeAdmin(page)
    return await own.storageState()
  } finally {
    await browser.close()
  }
}

const startsOf = async (feedUrl: string, bareFolder: string): Promise<BenchResult[]> => {
  const signed = await signIn(feedUrl)
  const bare = await serveFolder(bareFolder)
  const found: { own: Start; bare: Start }[] = []
  for (let round = 0; round < rounds; round += 1)
    found.push({ own: await coldStart(`${feedUrl}/console/`, signed), bare: await coldStart(bare.url) })
  bare.close()
  const of = (side: 'own' | 'bare', what: keyof Start): number =>
    median(found.map((each) => each[side][what]))
  const libraries = gzipSync(await readFile(join(bareFolder, 'page.js'))).length / 1000
  return [
    atMost(
      'navigation to the headline ÷ a bare page of the same libraries',
      1.5,
      median(found.map((each) => each.own.ms / each.bare.ms)),
      `${of('own', 'ms').toFixed(0)} against ${of('bare', 'ms').toFixed(0)} ms, cold browser`,
    ),
    atMost(
      'script up to the headline, gzipped ÷ its libraries alone',
      0.8,
      of('own', 'kb') / libraries,
      `${of('own', 'kb').toFixed(0)} against ${libraries.toFixed(0)} kB: React, React Aria, TanStack Query and Router, react-intl, zod and Socket.IO, all of each`,
    ),
  ]
}

export const run = async (): Promise<BenchResult[]> => {
  const root = newFolder()
  const feed = await startFeedProcess(join(root, 'feed'))
  try {
    const version = await send(`${feed.url}/api/v1/floor`, 'PUT', 'application/yaml', textOfFiveHundred)
    await writeBarePage(join(root, 'bare'))
    const edited = await editsOf(feed.url, version)
    return [...(await startsOf(feed.url, join(root, 'bare'))), ...edited]
  } finally {
    await feed.end()
    removeFolder(root)
  }
}
