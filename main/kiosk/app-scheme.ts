// Serves the wall's page as `app://floorboard/` from the program's own files, so that it needs no network.
import { readFile, realpath } from 'node:fs/promises'
import { type Protocol, protocol } from 'electron'
import { assetPath, isInside } from './asset-path.ts'
import { contentPolicy } from './content-policy.ts'
import { contentTypeOf } from './content-types.ts'
import type { DatedPicture } from './kept-picture.ts'
import { recoveringPage, recoveringStyle } from './recovering-page.ts'

const scheme = 'app'
const host = 'floorboard'
const origin = `${scheme}://${host}`

export const wallUrl = `${origin}/`
export const recoveringUrl = `${origin}/recovering`

/** Null instead of an exception; Electron 25's Node has neither `URL.parse` nor `URL.canParse`. */
function parseAddress(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** Compares protocol and host: in Node, the `origin` of a custom scheme is the string "null". */
export function isOwnAddress(address: string): boolean {
  const url = parseAddress(address)
  return url?.protocol === `${scheme}:` && url.host === host
}

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export interface AppSchemeSource {
  readonly protocol: Protocol
  /** The renderer's build. */
  readonly root: string
  /** Called for every response: an embedded feed may have to move to another port. Null: none is chosen. */
  readonly feedOrigin: () => string | null
  /** The last one of the wall when it was well; null where none was kept. */
  readonly picture: () => Promise<DatedPicture | null>
}

export function serveAppScheme({ protocol, root, feedOrigin, picture }: AppSchemeSource): void {
  protocol.handle(scheme, async (request) => {
    const answer = await find(root, picture, request)
    const headers = {
      'content-type': answer.type,
      'content-security-policy': contentPolicy(feedOrigin()),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    }
    return new Response(request.method === 'HEAD' ? null : answer.body, { status: answer.status, headers })
  })
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
}

const refusal = (status: number): Answer => ({ status, type: 'text/plain; charset=utf-8', body: '' })

async function find(root: string, picture: AppSchemeSource['picture'], request: Request): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const url = parseAddress(request.url)
  if (url === null || url.host !== host) return refusal(404)
  if (url.pathname === '/recovering') {
    const takenAt = (await picture())?.takenAt ?? null
    return { status: 200, type: 'text/html; charset=utf-8', body: recoveringPage(takenAt, new Date()) }
  }
  if (url.pathname === '/recovering.jpg') {
    const kept = await picture()
    return kept === null ? refusal(404) : { status: 200, type: 'image/jpeg', body: kept.jpeg }
  }
  if (url.pathname === '/recovering.css')
    return { status: 200, type: 'text/css; charset=utf-8', body: recoveringStyle }
  return await readAsset(root, url.pathname === '/' ? '/index.html' : url.pathname)
}

async function readAsset(root: string, pathname: string): Promise<Answer> {
  const path = assetPath(root, pathname)
  const type = path === null ? null : contentTypeOf(path)
  if (path === null || type === null) return refusal(404)
  try {
    const real = await realpath(path)
    if (!isInside(await realpath(root), real)) return refusal(404)
    return { status: 200, type, body: new Uint8Array(await readFile(real)) }
  } catch {
    return refusal(404)
  }
}
