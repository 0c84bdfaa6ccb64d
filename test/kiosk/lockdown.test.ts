// Whatever is shown, and whoever gets to a keyboard: the wall stays the wall.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { type KioskApp, startKiosk, stillPage, stopKiosks } from './kiosk-app.ts'

let kiosk: KioskApp
let elsewhere: Server
let elsewhereUrl = ''
const visitors: string[] = []

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    visitors.push(request.url ?? '')
    response.setHeader('content-type', 'text/html').end('<h1>elsewhere</h1>')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  kiosk = await startKiosk({ page: stillPage, args: ['--feed', 'http://127.0.0.1:9'] })
  await kiosk.page.waitForSelector('#feed:not(:empty)')
})
afterAll(async () => {
  await stopKiosks()
  elsewhere.close()
})

const windows = () => kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

async function expectUntouched(): Promise<void> {
  expect(kiosk.page.url()).toBe('app://floorboard/')
  expect(await kiosk.page.textContent('#feed')).toContain('127.0.0.1:9')
  expect(await windows()).toBe(1)
  expect(visitors).toEqual([])
}

test('the page sees nothing of Node, and of the shell eighteen functions', async () => {
  const seen = await kiosk.page.evaluate(() => ({
    origin: location.origin,
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    kiosk: Object.keys((globalThis as unknown as { kiosk: object }).kiosk).sort(),
  }))
  expect(seen).toEqual({
    origin: 'app://floorboard',
    node: [],
    kiosk: [
      'betweenScenes',
      'chooseFeed',
      'feedTrouble',
      'feedUrl',
      'foundFeeds',
      'heartbeat',
      'isAsked',
      'keepServicePin',
      'keepToken',
      'loadLastGood',
      'newFloor',
      'onService',
      'recoveries',
      'refusedCertificate',
      'saveLastGood',
      'service',
      'takePicture',
      'wrongPins',
    ],
  })
})

test('it runs in a sandbox, apart from the shell', async () => {
  const preferences = await kiosk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test.each([
  ['an address', (to: string) => location.assign(to)],
  ['a replaced address', (to: string) => location.replace(to)],
  ['an address of its own', () => location.assign('/recovering')],
  ['a file', () => location.assign('file:///etc/passwd')],
  ['a script address', () => location.assign('javascript:document.body.remove()')],
  ['a data address', () => location.assign('data:text/html,<h1>elsewhere</h1>')],
  ['an empty page', () => location.assign('about:blank')],
  ['an empty page in its place', () => location.replace('about:blank')],
  ['a page without an address', () => location.assign('about:srcdoc')],
  [
    'a link',
    (to: string) => {
      const link = Object.assign(document.createElement('a'), { href: to })
      document.body.append(link)
      link.click()
    },
  ],
  [
    'a link into a new window',
    (to: string) => {
      const link = Object.assign(document.createElement('a'), { href: to, target: '_blank' })
      document.body.append(link)
      link.click()
    },
  ],
  [
    'a download',
    (to: string) => {
      const link = Object.assign(document.createElement('a'), { href: to, download: 'floor.exe' })
      document.body.append(link)
      link.click()
    },
  ],
  [
    'a form',
    (to: string) => {
      const form = Object.assign(document.createElement('form'), { action: to, method: 'post' })
      document.body.append(form)
      form.submit()
    },
  ],
  ['a new window', (to: string) => void window.open(to)],
  ['an empty new window', () => void window.open('')],
  [
    'a frame',
    (to: string) => document.body.append(Object.assign(document.createElement('iframe'), { src: to })),
  ],
  ['an empty frame', () => document.body.append(document.createElement('iframe'))],
  [
    'a frame with its content in it',
    () =>
      document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<b>elsewhere</b>' })),
  ],
  [
    'a web view',
    (to: string) => {
      const view = document.createElement('webview')
      view.setAttribute('src', to)
      document.body.append(view)
    },
  ],
  ['printing', () => window.print()],
  ['an alert', () => alert('elsewhere')],
])('%s leads nowhere', async (_name, attempt: (to: string) => void) => {
  await kiosk.page.evaluate(attempt, `${elsewhereUrl}/`)
  // Whatever the attempt set off has run its course by the time the page has drawn twice and the shell has answered.
  await kiosk.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await expectUntouched()
  await eventually(async () => expect(await kiosk.page.locator('iframe').count()).toBe(0))
})

test('[S174] the page may load itself again, as it does where it fails', async () => {
  await kiosk.page.evaluate(() => Object.assign(window, { isTheSame: true }))
  await kiosk.page.evaluate(() => location.reload())
  await eventually(async () => expect(await kiosk.page.evaluate(() => 'isTheSame' in window)).toBe(false))
  await kiosk.page.waitForSelector('#feed:not(:empty)')
  await expectUntouched()
})

test('nothing is permitted to the page', async () => {
  const answers = await kiosk.page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        (value) => String(value),
        (error: Error) => error.name,
      )
    const media = navigator.mediaDevices
    return {
      camera: await outcome(media.getUserMedia({ video: true })),
      microphone: await outcome(media.getUserMedia({ audio: true })),
      screen: await outcome(media.getDisplayMedia({ video: true })),
      notifications: await outcome(Notification.requestPermission()),
      clipboard: await outcome(navigator.clipboard.readText()),
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (error) => resolve(`refused ${error.code}`),
        ),
      ),
      states: await Promise.all(
        ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    }
  })
  expect(answers.states).toEqual(Array.from({ length: 6 }, () => 'denied'))
  expect(answers).toMatchObject({
    notifications: 'denied',
    clipboard: 'NotAllowedError',
    place: 'refused 1',
  })
  for (const name of ['camera', 'microphone', 'screen'] as const) {
    expect(answers[name]).toMatch(
      /^(NotAllowedError|NotFoundError|NotSupportedError|InvalidStateError|AbortError)$/,
    )
  }
})

test('the app’s scheme serves the renderer’s build and nothing beside it', async () => {
  const statuses = await kiosk.page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/kiosk/main.cjs',
      '/%2e%2e/kiosk/main.cjs',
      '/..%2fkiosk%2fmain.cjs',
      '/..%5ckiosk%5cmain.cjs',
      '/.//etc/passwd',
      '/%2fetc%2fpasswd',
      '/index.html%01.js',
      '/assets/',
      '/package.json',
    ]
    return await Promise.all(paths.map(async (path) => [path, (await fetch(path)).status]))
  })
  expect(statuses.filter(([, status]) => status !== 404)).toEqual([['/index.html', 200]])
})

test('every answer carries the policy, and a type that is not guessed', async () => {
  const headers = await kiosk.page.evaluate(async () => Object.fromEntries((await fetch('/page.js')).headers))
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

test('the policy stops what did not come with the program', async () => {
  const outcome = await kiosk.page.evaluate(async (to) => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective))
    const state = globalThis as unknown as { ran: string[] }
    state.ran = []
    const add = (tag: string, properties: object) =>
      document.body.append(Object.assign(document.createElement(tag), properties))
    add('script', { textContent: 'ran.push("inline")' })
    add('script', { src: `${to}/remote.js` })
    document.body.insertAdjacentHTML('beforeend', '<img src="/none.png" onerror="ran.push(\'handler\')">')
    // In a turn of its own: what a debugger runs may evaluate, and takes that right along.
    setTimeout(() => {
      try {
        state.ran.push(String(new Function('return "made up"')()))
      } catch {
        directives.push('eval')
      }
    })
    add('base', { href: to })
    await fetch(`${to}/steal`).catch(() => directives.push('fetch'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { ran: state.ran, directives }
  }, elsewhereUrl)
  expect(outcome.ran).toEqual([])
  for (const directive of [
    'script-src-elem',
    'script-src-attr',
    'eval',
    'connect-src',
    'fetch',
    'base-uri',
  ]) {
    expect(outcome.directives).toContain(directive)
  }
  expect(visitors).toEqual([])
})

test('a message that its schema refuses changes nothing', async () => {
  const kept = await kiosk.page.evaluate(async () => {
    const { kiosk } = globalThis as unknown as {
      kiosk: { saveLastGood(value?: unknown): void; loadLastGood(): Promise<string | null> }
    }
    kiosk.saveLastGood('{"good":true}')
    for (const bad of ['', '{', '42', 42, null, undefined, { a: 1 }, `{"a":"${'x'.repeat(9_000_000)}"}`]) {
      kiosk.saveLastGood(bad)
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    return await kiosk.loadLastGood()
  })
  expect(kept).toBe('{"good":true}')
})

test('no key does anything', async () => {
  const before = await kiosk.page.evaluate(() => {
    ;(globalThis as unknown as { heard: number }).heard = 0
    addEventListener('keydown', () => {
      ;(globalThis as unknown as { heard: number }).heard += 1
    })
    return performance.timeOrigin
  })
  await kiosk.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const strokes = [
      ['r', 'control'],
      ['F5'],
      ['F11'],
      ['F12'],
      ['i', 'control', 'shift'],
      ['=', 'control'],
      ['-', 'control'],
      ['0', 'control'],
      ['F4', 'alt'],
      ['w', 'control'],
      ['q', 'control'],
      ['p', 'control'],
      ['Left', 'alt'],
      ['m', 'control'],
      ['Escape'],
      ['Tab'],
      ['j', 'control', 'shift'],
      ['n', 'control'],
      ['t', 'control'],
      ['Space'],
    ] as const
    for (const [keyCode, ...modifiers] of strokes) {
      for (const type of ['keyDown', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode, modifiers: [...modifiers] })
    }
  })
  await kiosk.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  const after = await kiosk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    return {
      tools: window?.webContents.isDevToolsOpened(),
      zoom: window?.webContents.getZoomFactor(),
      minimized: window?.isMinimized(),
      visible: window?.isVisible(),
    }
  })
  expect(after).toEqual({ tools: false, zoom: 1, minimized: false, visible: true })
  const page = await kiosk.page.evaluate(() => [
    performance.timeOrigin,
    (globalThis as unknown as { heard: number }).heard,
  ])
  expect(page).toEqual([before, 0])
  await expectUntouched()
})

test('a window manager that asks the window to close is not heard', async () => {
  await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expectUntouched()
})

test('a page cannot close its own window', async () => {
  await kiosk.page.evaluate(() => {
    Reflect.deleteProperty(window, 'close')
    window.close()
    self.close()
  })
  await expectUntouched()
})
