// A real outbox on a real log, with a clock that tests turn, and receivers that behave like the services outside.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DecidedCelebration } from '../../main/feed/celebrations/decided-celebration.ts'
import { createWords, type Words } from '../../main/feed/celebrations/words.ts'
import { createFloorReader } from '../../main/feed/floor-file/floor-reader.ts'
import { createDecide } from '../../main/feed/fold/decide-write.ts'
import { isTakenBack } from '../../main/feed/outbox/delivery.ts'
import { type Outbox, type OutboxParts, openOutbox } from '../../main/feed/outbox/outbox.ts'
import type { Log } from '../../main/feed/store/log.ts'
import { openSecretFile } from '../../main/feed/store/secret-file.ts'
import { openSqliteStore } from '../../main/feed/store/sqlite/open-sqlite-store.ts'
import { openSqliteOutboxStore } from '../../main/feed/store/sqlite/sqlite-outbox-store.ts'
import { createFloorModel } from '../../shared/domain/counting/floor-model.ts'
import type { WordFromTheTop } from '../../shared/wire/celebrations/view.ts'
import { FloorFile } from '../../shared/wire/floor.ts'

/** A Friday, ten in the morning in New York. */
export const testNow = Date.parse('2026-11-20T15:00:00Z')

export const bigDeal: DecidedCelebration = {
  id: 'big:crm:1',
  title: 'Big deal',
  names: ['Priya Raman'],
  people: ['priya'],
  about: 'Northwind Traders, $182,000',
  rule: 'big',
  tell: ['board'],
  at: testNow,
  deal: {
    source: 'crm',
    id: '1',
    amountMinor: 18_200_000,
    account: 'Northwind Traders',
    product: null,
    helpers: ['Hana Sato'],
  },
}

interface TestAlert {
  readonly leaders?: readonly object[]
  readonly channels?: readonly object[]
  readonly expireHours?: number
  readonly remindAfterHours?: number
}

export const floorWith = (alert: TestAlert, floor: object = {}): FloorFile =>
  FloorFile.parse({
    floor: { name: 'Small floor', timeZone: 'America/New_York', currency: 'USD', ...floor },
    people: [
      { id: 'priya', name: 'Priya Raman', aliases: ['005xx', 'priya@northwind.test'] },
      { id: 'marcus', name: 'Marcus Oyelaran' },
    ],
    alerts: [{ id: 'board', name: 'The board', ...alert }],
  })

export interface TestOutbox {
  readonly outbox: Outbox
  /** What leaders wrote, as it is folded from the log. */
  readonly known: Words
  readonly log: Log
  readonly folder: string
  /** Of the big deal. */
  readonly words: readonly (readonly [string, WordFromTheTop])[]
  readonly errors: string[]
  readonly file: FloorFile
  close(): Promise<void>
}

export interface TestOutboxOptions
  extends Partial<Pick<OutboxParts, 'mail' | 'allowLocal' | 'slackApi' | 'mailPatienceMs'>> {
  readonly file: FloorFile
  readonly clock: { ms: number }
  readonly folder?: string
}

export const openTestOutbox = async (options: TestOutboxOptions): Promise<TestOutbox> => {
  const { file, clock } = options
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'floorboard-outbox-'))
  const time = { now: () => clock.ms }
  const { log } = await openSqliteStore({
    folder,
    decide: createDecide(createFloorReader()),
    observe: () => undefined,
    clock: time,
  })
  const errors: string[] = []
  const model = createFloorModel(file)
  const store = openSqliteOutboxStore({ file: join(folder, 'outbox.db'), onDamage: () => undefined })
  const known = createWords(store.words(), (celebration) => isTakenBack(store, celebration))
  const outbox = await openOutbox({
    log,
    store,
    words: known,
    secrets: openSecretFile(folder),
    floor: () => ({ file, zone: model.roster.floorZone, workingTime: model.workingTime }),
    clock: time,
    random: () => 0.5,
    mail: options.mail ?? null,
    mailPatienceMs: options.mailPatienceMs,
    origin: () => 'https://wall.northwind.test',
    allowLocal: options.allowLocal ?? true,
    slackApi: options.slackApi ?? 'https://slack.invalid/api',
    onError: (what, error) => void errors.push(`${what}: ${String(error)}`),
  })
  return {
    outbox,
    known,
    log,
    folder,
    get words() {
      return known.for(bigDeal.id).map(({ celebration, word }) => [celebration.id, word] as const)
    },
    errors,
    file,
    close: async () => {
      await outbox.close()
      await log.close()
    },
  }
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface Receiver {
  readonly url: string
  readonly received: Received[]
  close(): Promise<void>
}

const portOf = (server: Pick<Server, 'address'>): number => (server.address() as AddressInfo).port

/** `answer` gets what came, and how many came before it. */
export const startReceiver = async (
  answer: (response: ServerResponse, received: Received, before: number) => void,
): Promise<Receiver> => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8')
      const one = { path: request.url ?? '', headers: request.headers, text }
      const before = received.length
      received.push(one)
      answer(response, one, before)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    received,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
