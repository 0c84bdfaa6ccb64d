// An old Chromium, driven by the few words of its protocol that have not changed since: today's drivers know no such browser.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { z } from 'zod'

export interface OldPage {
  /** Errors that no script caught. */
  readonly complaints: readonly string[]
  evaluate(expression: string): Promise<unknown>
  picture(file: string): Promise<void>
  close(): Promise<void>
}

const Word = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
})
const Thrown = z.object({
  exceptionDetails: z.object({
    text: z.string(),
    exception: z.object({ description: z.string().optional() }).optional(),
  }),
})
const Evaluated = z.object({ result: z.object({ value: z.unknown().optional() }) })
const Targets = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }))

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--hide-scrollbars',
  '--remote-debugging-port=0',
]
const startsWithinMs = 30_000

export const openOldPage = async (executable: string, url: string): Promise<OldPage> => {
  const profile = mkdtempSync(join(tmpdir(), 'floorboard-old-'))
  const child = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const close = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const port = await new Promise<string>((resolve, reject) => {
      let said = ''
      setTimeout(() => reject(new Error(`${executable} does not start: ${said}`)), startsWithinMs).unref()
      child.once('error', reject)
      child.stderr.on('data', (text) => {
        said += text
        const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
        if (found !== undefined) resolve(found)
      })
    })
    const targets = Targets.parse(await (await fetch(`http://127.0.0.1:${port}/json`)).json())
    const line = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '')
    await new Promise((resolve, reject) => line.once('open', resolve).once('error', reject))

    const complaints: string[] = []
    const waiting = new Map<number, (result: unknown) => void>()
    line.on('message', (data) => {
      const { id, method, params, result } = Word.parse(JSON.parse(String(data)))
      if (id !== undefined) waiting.get(id)?.(result)
      if (method !== 'Runtime.exceptionThrown') return
      const { text, exception } = Thrown.parse(params).exceptionDetails
      complaints.push(exception?.description ?? text)
    })
    const call = (method: string, params: object = {}): Promise<unknown> =>
      new Promise((resolve) => {
        const id = waiting.size + 1
        waiting.set(id, resolve)
        line.send(JSON.stringify({ id, method, params }))
      })
    await call('Runtime.enable')
    await call('Page.enable')
    const screen = { width: 1920, height: 1080, deviceScaleFactor: 1, mobile: false }
    await call('Emulation.setDeviceMetricsOverride', screen)
    await call('Page.navigate', { url })
    return {
      complaints,
      evaluate: async (expression) =>
        Evaluated.parse(await call('Runtime.evaluate', { expression, returnByValue: true })).result.value,
      picture: async (file) => {
        const { data } = z.object({ data: z.string() }).parse(await call('Page.captureScreenshot'))
        writeFileSync(file, Buffer.from(data, 'base64'))
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
