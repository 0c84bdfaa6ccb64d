// The metrics feed, put together: log, floor, API and socket, in the order in which they depend on each other.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server } from 'node:http'
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import { type FloorLimits, noLimits } from '../../shared/wire/floor-limits.ts'
import type { SourceVendor } from '../../shared/wire/source.ts'
import { askedHost, comesByProxy } from './access/asked-host.ts'
import { createBoardLinks } from './access/board-links.ts'
import { createRightsOf } from './access/change-rights.ts'
import { consolePath } from './access/console-path.ts'
import { createIdentity } from './access/identity.ts'
import { createIsOwnPage, isLoopbackAddress, kioskOrigin } from './access/loopback.ts'
import type { MailSettings } from './access/mailer.ts'
import type { OidcSettings } from './access/oidc.ts'
import { createOwnNames } from './access/own-names.ts'
import type { ApiParts } from './api/api-parts.ts'
import { createApi } from './api/create-api.ts'
import { createFeedMetrics, type FeedMetrics } from './api/feed-metrics.ts'
import { openAwardDesk } from './awards/award-desk.ts'
import { type FirstVotes, openKeptAwards } from './awards/kept-awards.ts'
import { BadSetUp } from './bad-set-up.ts'
import { createBeginFloor } from './begin/begin-floor.ts'
import { createHandDesk } from './by-hand/hand-desk.ts'
import { createCelebratedFacts } from './celebrations/celebrated-facts.ts'
import { openCelebrationDesk } from './celebrations/celebration-desk.ts'
import { createCelebrationJudge } from './celebrations/entry-judge.ts'
import { createWords } from './celebrations/words.ts'
import type { Clock } from './clock.ts'
import { createTalkDesk } from './coaching-notes/talk-desk.ts'
import { createSendRequest } from './connectors/send-request.ts'
import { openSourceDesk } from './connectors/source-desk.ts'
import { createContestBook } from './contests/contest-book.ts'
import { openContestDesk } from './contests/contest-desk.ts'
import { openContestRecords } from './contests/contest-records.ts'
import { openControls } from './control/controls.ts'
import { openDataFolder } from './data-folder.ts'
import { createEffectsOf } from './edits/edit-effects.ts'
import { openEventDesk } from './events/event-desk.ts'
import { createKeptOff, openExceptionDesk } from './exceptions/exception-desk.ts'
import { createFloorReader } from './floor-file/floor-reader.ts'
import { yamlSourceInSteps } from './floor-file/read-yaml-source.ts'
import { createDecide } from './fold/decide-write.ts'
import { createExplain } from './fold/explain.ts'
import { openLiveFloor } from './fold/open-live-floor.ts'
import { openForecastDesk } from './forecast/forecast-desk.ts'
import { openFileDesk } from './import-files/file-desk.ts'
import { createImportDesk } from './imports/import-desk.ts'
import { openInboundDesk } from './inbound/inbound-desk.ts'
import { createRefusedFacts } from './ingest/refused-facts.ts'
import { refusingFloor, waitingFloor } from './limits/limited-floor.ts'
import { createLimits } from './limits/limits.ts'
import { listen, urlOf } from './listen.ts'
import { createMakePhoto } from './media/make-photo.ts'
import { openMediaFolder } from './media/media-folder.ts'
import { openMeetingDesk } from './meetings/meeting-desk.ts'
import { createDoubtDesk } from './mending/doubt-desk.ts'
import { createFixDesk } from './mending/fix-desk.ts'
import { createInboxDesk } from './mending/inbox-desk.ts'
import { openMetricChangeDesk } from './metric-changes/change-desk.ts'
import { createDraftDesk } from './metric-drafts/draft-desk.ts'
import { newFloorText } from './new-floor.ts'
import { type LogParts, openStore } from './open-store.ts'
import { isTakenBack } from './outbox/delivery.ts'
import { openLinkKey } from './outbox/links.ts'
import { openOutbox } from './outbox/outbox.ts'
import { publicOrigin } from './outbox/public-origin.ts'
import { mailboxIn } from './outbox/senders/mail-transport.ts'
import { openPlanDesk } from './plans/plan-desk.ts'
import { openPlanRecords } from './plans/plan-records.ts'
import { openRecapDesk } from './recaps/recap-desk.ts'
import { createReportDesk } from './reports/report-desk.ts'
import { createPlayBook } from './screens/plays/play-book.ts'
import { createScreenDesk } from './screens/screen-desk.ts'
import { createScreenshots } from './screens/screenshots.ts'
import { openServicePin } from './screens/service-pin.ts'
import { openSeasonDesk } from './season/season-desk.ts'
import { createBoardCodes } from './socket/board-codes.ts'
import { openConsoleNamespace } from './socket/console-namespace.ts'
import { createSocketServer } from './socket/socket-server.ts'
import { openTvNamespace } from './socket/tv-namespace.ts'
import { openSpiffDesk } from './spiffs/spiff-desk.ts'
import { type ConnectorStore, createMemoryConnectorStore } from './store/connector-store.ts'
import type { InboundStore } from './store/inbound-store.ts'
import { type KeptFolder, ownFolder } from './store/kept-folder.ts'
import { LogUnavailable } from './store/log.ts'
import { createMemoryOutboxStore } from './store/memory-outbox-store.ts'
import { createMemoryScreenStore } from './store/memory-screen-store.ts'
import { type MendingStore, noMending } from './store/mending-store.ts'
import type { OutboxStore } from './store/outbox-store.ts'
import { refuseCopy } from './store/postgres/copy-mark.ts'
import type { ScreenStore } from './store/screen-store.ts'
import { openSecretFile } from './store/secret-file.ts'
import { openAccountFile } from './store/sqlite/account-file.ts'
import type { SidePlace } from './store/sqlite/side-file.ts'
import { openSqliteConnectorStore } from './store/sqlite/sqlite-connector-store.ts'
import { openSqliteInboundStore } from './store/sqlite/sqlite-inbound-store.ts'
import { openSqliteMendingStore } from './store/sqlite/sqlite-mending-store.ts'
import { openSqliteOutboxStore } from './store/sqlite/sqlite-outbox-store.ts'
import { openSqliteScreenStore } from './store/sqlite/sqlite-screen-store.ts'
import { openSqliteTalkStore } from './store/sqlite/sqlite-talk-store.ts'
import { openSqliteVoteStore } from './store/sqlite/sqlite-vote-store.ts'
import type { Store } from './store/store.ts'
import { noTalks, type TalkStore } from './store/talk-store.ts'
import { openTokenFile } from './store/token-file.ts'
import { noVotes, type VoteStore } from './store/vote-store.ts'
import { openTableDesk } from './tables/table-desk.ts'
import { tableParts } from './tables/table-parts.ts'
import { openThanksBook } from './thanks/thanks-book.ts'
import { createThanksDesk } from './thanks/thanks-desk.ts'
import { openTransport, type TransportSettings, usualTransport } from './transport.ts'
import { createTurns, inTurns } from './turns.ts'
import { openUpdateDesk } from './updates/update-desk.ts'
import { createWhenAsked } from './when-asked.ts'

export interface FeedConfig {
  readonly dataDir: string
  readonly host: string
  /** 0 lets the system choose one. */
  readonly port: number
  /** Opens the log of a floor in a database; left out, that of the folder. */
  readonly openLog?: ((parts: LogParts) => Promise<Store>) | undefined
  /** What keeps the folder; left out, it is the floor's own. */
  readonly kept?: KeptFolder | undefined
  /** What it may use, as that stands; left out, all that there is. */
  readonly limits?: (() => FloorLimits) | undefined
  /** Bytes that it keeps, as they were measured last; left out, none. */
  readonly usedBytes?: (() => number) | undefined
  /** Where requests come in for several floors; left out, it listens at `host` and `port` itself. */
  readonly front?: Front | undefined
  readonly clock: Clock
  readonly logger: Logger
  /** The built TV; null serves none. */
  readonly rendererDir: string | null
  /** The fonts of printed sheets, as they were built; left out or null prints none. */
  readonly sheetFontsDir?: string | null | undefined
  /** What a thread runs that works on dropped files, as it was built; left out or null, the feed does it itself. */
  readonly fileThreadCode?: string | null | undefined
  readonly version: string
  /** What the first admin's link carries; left out, one that is made with each start where one is needed. */
  readonly firstAdminSecret?: string | undefined
  /** Opens every door to the parties of this process. */
  readonly ephemeralToken?: string | undefined
  /** Opens reading to the wall that this process starts. */
  readonly ephemeralScreenToken?: string | undefined
  /** Left out: plain HTTP on the machine itself, TLS by a certificate of its own everywhere else. */
  readonly transport?: TransportSettings | undefined
  readonly oidc?: OidcSettings | undefined
  readonly mail?: MailSettings | undefined
  /** A folder in which the floor's messages by mail stay, where there is no mail server. */
  readonly mailbox?: string | undefined
  /** By which others reach it, beside the machine's own names. */
  readonly names?: readonly string[] | undefined
  /** Where people reach it, such as `https://wall.northwind.example`: its name and its pages are the feed's own. */
  readonly publicUrl?: string | undefined
  /** Whether webhooks may lead into local networks, and sources lie there, also by plain HTTP. */
  readonly allowLocalWebhooks?: boolean | undefined
  /** What secrets are kept with; left out, a key is made and kept in the folder. */
  readonly secretKey?: string | undefined
  /** Another Slack than the usual one, such as GovSlack. */
  readonly slackApi?: string | undefined
  /** Where another HubSpot than the usual one is reached, without a slash at the end. */
  readonly hubspotApi?: string | undefined
  /** The same of other vendors. */
  readonly sourceApis?: Partial<Readonly<Record<SourceVendor, string>>> | undefined
  /** The floor of a brand-new data folder, instead of an empty one. */
  readonly firstFloorText?: string | undefined
  /** Nominations and votes of a brand-new data folder; none where it is left out. */
  readonly firstVotes?: FirstVotes | undefined
  /** Ends whatever invents the demo's facts: somebody begins a floor of their own in its place. */
  readonly leaveDemo?: (() => Promise<void>) | undefined
}

/** Takes requests in for several floors, and hands each to the server of its floor. */
export interface Front {
  /** As this machine reaches it. */
  readonly url: string
  take(server: Server): void
}

export interface Feed {
  /** As this machine reaches it, without a slash at the end. */
  readonly url: string
  /** As people reach it, where somebody has said so. */
  readonly publicUrl: string | null
  /** As links in messages begin: how people reach it, as far as it knows. */
  readonly origin: string
  /** Where the first admin signs up, while there is none: with the secret that it takes, where it takes one. */
  readonly firstAdminUrl: string | null
  hasAdmin(): Promise<boolean>
  /** What the floor is called now. */
  floorName(): string
  readonly metrics: FeedMetrics
  /** Why it cannot write, a part of a sentence; null where it can. */
  trouble(): string | null
  /** On the socket. */
  tvs(): number
  /** That came in within the last minute. */
  factsLastMinute(): number
  /** Of its certificate, SHA-256 in hexadecimal with colons; null where it speaks plain HTTP. */
  readonly fingerprint: string | null
  /** Whether other machines reach it without TLS. */
  readonly plainHttp: boolean
  /** A source of this process is sending its past (true), or is done: until then boards claim nothing. */
  noteHistory(isComing: boolean): void
  /** Stops taking requests, lets those in hand finish, writes the snapshot. */
  close(): Promise<void>
}

/** What requests in hand may still take once the feed is told to end. */
const graceMs = 2000

/** The TVs' bundle carries a name of its own, by which they notice a new one. */
const buildOf = (rendererDir: string | null): string => {
  try {
    return rendererDir === null ? '' : readFileSync(join(rendererDir, 'build.txt'), 'utf8').trim()
  } catch (error) {
    throw new BadSetUp(`The TV in ${rendererDir} is not built: run npm run build.`, { cause: error })
  }
}

/** A disk that takes nothing keeps no screen from showing: what is known of them is then known for now alone. */
const openScreenStore = (kept: KeptFolder, onError: (what: string, error: unknown) => void): ScreenStore => {
  try {
    return openSqliteScreenStore({
      kept,
      file: join(kept.folder, 'screens.db'),
      onDamage: (aside) =>
        onError(`what was known of the screens is damaged, and was put into ${aside}`, null),
    })
  } catch (error) {
    onError('what is known of the screens cannot be kept; it is forgotten when the feed ends', error)
    return createMemoryScreenStore()
  }
}

const openOutboxStore = (kept: KeptFolder, onError: (what: string, error: unknown) => void): OutboxStore => {
  try {
    return openSqliteOutboxStore({
      kept,
      file: join(kept.folder, 'outbox.db'),
      onDamage: (aside) =>
        onError(`what was known of messages out is damaged, and was put into ${aside}`, null),
    })
  } catch (error) {
    onError('how messages out go cannot be kept; it is forgotten when the feed ends', error)
    return createMemoryOutboxStore()
  }
}

/** Whoever sends is told that it is here: where the file cannot be used, it is kept as long as the feed runs. */
const openInboundStore = (
  kept: KeptFolder,
  onError: (what: string, error: unknown) => void,
): InboundStore => {
  try {
    return openSqliteInboundStore({
      kept,
      file: join(kept.folder, 'inbound.db'),
      onDamage: (aside) =>
        onError(`what other programs sent last is damaged, and was put into ${aside}`, null),
    })
  } catch (error) {
    onError('what other programs send cannot be kept; it is forgotten when the feed ends', error)
    return openSqliteInboundStore({ file: ':memory:', onDamage: () => undefined })
  }
}

const openConnectorStore = (
  kept: KeptFolder,
  onError: (what: string, error: unknown) => void,
): ConnectorStore => {
  try {
    return openSqliteConnectorStore({
      kept,
      file: join(kept.folder, 'connectors.db'),
      onDamage: (aside) =>
        onError(`how far sources are read is damaged, and was put into ${aside}; they are read again`, null),
    })
  } catch (error) {
    onError('how far sources are read cannot be kept; they are read again when the feed starts', error)
    return createMemoryConnectorStore()
  }
}

interface WrittenFile<Store> {
  readonly name: string
  /** What is in it, in words. */
  readonly what: string
  readonly open: (place: SidePlace) => Store
  readonly none: (why: string) => Store
}

/** What people wrote is never kept for now alone: where the file cannot be used, nothing is taken. */
const openWritten = <Store>(
  kept: KeptFolder,
  { name, what, open, none }: WrittenFile<Store>,
  onError: (what: string, error: unknown) => void,
): Store => {
  try {
    return open({
      kept,
      file: join(kept.folder, name),
      onDamage: (aside) => onError(`${what} are damaged, and were put into ${aside}`, null),
    })
  } catch (error) {
    onError(`${what} can be neither read nor written`, error)
    return none(`the file of ${what} cannot be used`)
  }
}

const talkFile: WrittenFile<TalkStore> = {
  name: 'talks.db',
  what: 'the notes and agreed actions of coaching',
  open: openSqliteTalkStore,
  none: noTalks,
}

const voteFile: WrittenFile<VoteStore> = {
  name: 'votes.db',
  what: 'nominations and votes',
  open: openSqliteVoteStore,
  none: noVotes,
}

const mendingFile: WrittenFile<MendingStore> = {
  name: 'mending.db',
  what: 'doubts about numbers and what was mended',
  open: openSqliteMendingStore,
  none: noMending,
}

/** Throws `BadSetUp` with one sentence when it cannot run as it was set up. */
export const startFeed = async (config: FeedConfig): Promise<Feed> => {
  const { dataDir, host, port, clock, logger, rendererDir, version, ephemeralToken } = config
  const { ephemeralScreenToken } = config
  const onError = (what: string, error: unknown): void =>
    error === null ? logger.error(what) : logger.error({ err: error }, what)
  const publicUrl = config.publicUrl === undefined ? null : new URL(config.publicUrl)
  const names = [...(publicUrl === null ? [] : [publicUrl.hostname]), ...(config.names ?? [])]
  const settings = config.transport ?? usualTransport(host, publicUrl)
  // What comes by a proxy comes from anywhere.
  const loopback = isLoopbackAddress(host) && settings.kind !== 'proxy'
  const isOwnName = createOwnNames({ listenHost: host, names, behindProxy: settings.kind === 'proxy' })
  const isOwnPage = createIsOwnPage(publicUrl?.origin ?? null)

  const build = buildOf(rendererDir)
  if (config.kept === undefined) refuseCopy(dataDir)
  const kept = config.kept ?? ownFolder(dataDir)
  const tokens = openTokenFile({
    folder: dataDir,
    kept,
    onError: (error) => onError('the tokens cannot be read', error),
  })
  openDataFolder(dataDir)
  const metrics = createFeedMetrics(config.front === undefined ? 'process' : 'floor')
  const turns = createTurns()
  const readFloor = createFloorReader()
  const logParts: LogParts = { decide: createDecide(readFloor), observe: metrics.noteCommit, clock }
  const store = await (config.openLog?.(logParts) ?? openStore(dataDir, logParts))
  const limits = createLimits({
    limits: config.limits ?? (() => noLimits),
    usage: config.usedBytes ?? (() => 0),
    clock,
  })
  const { log, health } = store
  for (const { name, why } of health.setAside()) logger.error({ folder: join(dataDir, name) }, why)
  const accounts = openAccountFile(dataDir, kept)
  const transport = await openTransport({ settings, dataDir, names, publicUrl, clock, onError }).catch(
    async (error) => {
      await log.close()
      await accounts.close()
      throw error
    },
  )
  const identity = createIdentity({
    accounts,
    tokens,
    clock,
    loopback,
    secure: transport.secure,
    ephemeralToken,
    ephemeralScreenToken,
    firstAdminSecret: config.firstAdminSecret,
    oidc: config.oidc,
    mail: config.mail,
    onError,
  })
  try {
    if (log.floor === null && log.lastSeq > 0)
      throw new BadSetUp(
        `Of the log in ${dataDir} no floor file can be read: restore floor.db from a backup, or ask "floorboard doctor --data ${dataDir}".`,
      )
    const isNew = log.floor === null
    if (isNew) {
      const cannotBegin = (why: string, cause?: unknown): BadSetUp =>
        new BadSetUp(`A new floor cannot be begun in ${dataDir}: ${why}.`, { cause })
      const refusal = health.refusal()
      if (refusal !== null) throw cannotBegin(refusal)
      const text = config.firstFloorText ?? newFloorText
      await log.appendFloor({ text, at: clock.now(), by: 'start' }, 0).catch((error) => {
        // Room for an empty log, and not for the floor.
        throw error instanceof LogUnavailable ? cannotBegin(error.message, error) : error
      })
    }
    const outboxStore = openOutboxStore(kept, onError)
    const words = createWords(outboxStore.words(), (celebration) => isTakenBack(outboxStore, celebration))
    const judge = createCelebrationJudge(clock)
    const planRecords = await openPlanRecords(log)
    log.onCommit(planRecords.take)
    const off = createKeptOff()
    const contestRecords = await openContestRecords(log)
    log.onCommit(contestRecords.take)
    const contestBook = createContestBook(contestRecords)
    const keptAwards = await openKeptAwards(
      log,
      openWritten(kept, voteFile, onError),
      isNew && config.firstVotes,
    )
    const thanksBook = await openThanksBook({ log, clock, turns })
    const metricChanges = await openMetricChangeDesk({ log, readFloor, clock, onError })
    const celebratedFacts = createCelebratedFacts(log)
    const floor = await openLiveFloor({
      store,
      readFloor,
      clock,
      judge,
      topWords: words,
      plans: planRecords,
      changes: metricChanges,
      off,
      contests: contestBook,
      thanks: thanksBook,
      awards: keptAwards.book,
      onError,
      noteDurable: metrics.noteDurable,
    })
    log.onCommit(limits.note)
    /** Of whoever can send again; and of what runs by itself, and waits. */
    const [sendersFloor, ownFloor] = [refusingFloor(floor, limits), waitingFloor(floor, limits)]
    const plans = openPlanDesk({ floor, log, plans: planRecords, clock, onError })
    const talkStore = openWritten(kept, talkFile, onError)
    const talks = createTalkDesk({
      floor,
      store: talkStore,
      clock,
      nameOfBy: identity.nameOfBy,
    })
    const mending = openWritten(kept, mendingFile, onError)
    const doubts = createDoubtDesk({ floor, store: mending, clock, nameOfBy: identity.nameOfBy })
    const imports = createImportDesk({
      floor,
      log,
      // Its own: it remembers the floor that it was last asked about.
      decide: createDecide(readFloor),
      clock,
      turns,
      newId: () => randomBytes(4).toString('hex'),
    })
    const importFiles = openFileDesk({
      floor,
      imports,
      clock,
      turns,
      dataDir: resolve(dataDir),
      kept,
      newId: () => randomBytes(8).toString('hex'),
      onTaken: metrics.noteFacts,
      limits,
      onError,
      fileThreadCode: config.fileThreadCode ?? null,
    })
    const screenStore = openScreenStore(kept, onError)
    const secrets = openSecretFile(dataDir, config.secretKey, kept)
    let origin = ''
    const refused = createRefusedFacts(clock)
    const inbound = openInboundDesk({
      floor: ownFloor,
      store: openInboundStore(kept, onError),
      secrets,
      clock,
      turns,
      origin: () => origin,
      refused,
      onError,
    })
    const boardLinks = createBoardLinks(await openLinkKey(secrets, onError))
    const outbox = await openOutbox({
      log,
      store: outboxStore,
      words,
      secrets,
      floor: floor.model,
      clock,
      random: Math.random,
      mail: config.mail ?? (config.mailbox === undefined ? null : mailboxIn(config.mailbox)),
      origin: () => origin,
      allowLocal: config.allowLocalWebhooks ?? false,
      slackApi: config.slackApi ?? 'https://slack.com/api',
      durable: kept.isCopy ? kept.durable : null,
      onError,
    })
    const celebrations = await openCelebrationDesk({
      floor,
      log,
      facts: celebratedFacts,
      judge,
      outbox,
      words,
      store: screenStore,
      clock,
      onError,
    })
    const contests = openContestDesk({
      ...{ floor, log, records: contestRecords, book: contestBook, celebrations, turns, clock, onError },
      newSeed: () => randomBytes(32).toString('hex'),
    })
    const seasons = await openSeasonDesk({ floor, log, celebrations, turns, clock, onError })
    const awards = openAwardDesk({ floor, log, ...keptAwards, celebrations, clock, onError })
    const exceptions = await openExceptionDesk({ floor, log, accounts, outbox, turns, clock, onError, off })
    const recaps = openRecapDesk({ floor, log, accounts, exceptions, outbox, turns, clock, onError })
    const forecasts = openForecastDesk({ floor, log, turns, clock, onError })
    const noteHistory = (isComing: boolean): void => {
      floor.noteHistory(isComing)
      plans.look()
      void exceptions.look()
    }
    const connectorStore = openConnectorStore(kept, onError)
    const tables = openTableDesk({
      floor: ownFloor,
      log,
      store: connectorStore,
      secrets,
      ...tableParts({ dataDir: resolve(dataDir), allowLocal: config.allowLocalWebhooks ?? false }),
      clock,
      turns,
      random: Math.random,
      onError,
    })
    const sources = openSourceDesk({
      floor: ownFloor,
      log,
      store: connectorStore,
      secrets,
      send: createSendRequest({ allowLocal: config.allowLocalWebhooks ?? false }),
      apis: {
        ...(config.hubspotApi !== undefined && { hubspot: config.hubspotApi }),
        ...config.sourceApis,
      },
      clock,
      turns,
      random: Math.random,
      sleep: (ms) => new Promise((done) => setTimeout(done, ms).unref()),
      refused,
      onDifference: async ({ id, name, vendor }, on, difference) =>
        await events.tell('source-trouble', {
          type: 'source.differs',
          timestamp: new Date(clock.now()).toISOString(),
          data: {
            ...{ id: `${id}:${on}`, source: { id, name, vendor }, ...difference },
            link: `${origin}/console/sources`,
          },
        }),
      notePast: noteHistory,
      onError,
    })
    const events = await openEventDesk({
      floor,
      log,
      outbox,
      refused,
      sources: () => sources.answer().sources,
      origin: () => origin,
      turns,
      clock,
      onError,
    })
    const plays = createPlayBook({ store: screenStore, floor, clock, onError })
    const screenshots = createScreenshots(clock)
    const controls = openControls({ file: join(dataDir, 'control.json'), kept, floor, build, clock, onError })
    const meetings = openMeetingDesk({ floor, controls, store: talkStore, clock, onError })
    const screens = createScreenDesk({
      floor,
      controls,
      tokens,
      store: screenStore,
      clock,
      build,
      onError,
    })
    const servicePin = await openServicePin(secrets, onError)
    const updates = openUpdateDesk({
      dataDir: resolve(dataDir),
      kept,
      screens: () => floor.current().file.screens.map(({ id }) => id),
      live: () => screens.statuses().flatMap(({ id, tvs }) => (tvs.length > 0 ? [id] : [])),
      clock,
      onError,
    })
    const mediaDir = resolve(dataDir, 'media')
    /** Of floor files, without keeping others waiting. */
    const reading: Pick<ApiParts, 'readFloorFile' | 'readSource'> = {
      readFloorFile: (text) => readFloor.inTurns(text, turns),
      readSource: (text) => inTurns(yamlSourceInSteps(text), turns),
    }
    const apiParts: ApiParts = {
      floor,
      celebrations,
      plans,
      contests,
      seasons,
      awards,
      exceptions,
      talks,
      hands: createHandDesk({ floor: sendersFloor, log, clock, turns }),
      thanks: createThanksDesk({ floor: sendersFloor, log, book: thanksBook, store: talkStore, clock }),
      spiffs: await openSpiffDesk({ floor, log, clock, turns, nameOfBy: identity.nameOfBy }),
      meetings,
      doubts,
      inbox: createInboxDesk({
        ...{ floor, log, store: mending, refused, clock, turns },
        sources: () => sources.answer().sources,
        tables: () => tables.answer().tables,
        inbound: inbound.list,
      }),
      fixes: createFixDesk({ floor, log, store: mending, clock, nameOfBy: identity.nameOfBy }),
      sheetFontsDir: config.sheetFontsDir ?? null,
      forecasts,
      imports,
      importFiles,
      inbound,
      controls,
      identity,
      screens,
      screenshots,
      servicePin,
      plays,
      updates,
      outbox,
      refused,
      limits,
      reports: createReportDesk({ floor, turns, clock }),
      sources,
      tables,
      clock,
      metrics,
      ...reading,
      effectsOf: createEffectsOf({ floor, log, ...reading, turns, clock }),
      drafts: createDraftDesk({ floor, log, ...reading, turns, clock }),
      makePhoto: createMakePhoto(),
      floorsBefore: log.floorsBefore,
      nameOfBy: identity.nameOfBy,
      rightsOf: createRightsOf(identity.access),
      turns,
      explain: createExplain({ floor, log, turns }),
      boardLinks,
      beginFloor: createBeginFloor({
        floor,
        imports,
        screens,
        leaveDemo: config.leaveDemo ?? (async () => undefined),
      }),
      listenHost: host,
      isOwnName,
      publicOrigin: publicUrl?.origin ?? null,
      transport,
      durable: kept.isCopy ? kept.durable : null,
      mediaDir,
      media: openMediaFolder({ folder: mediaDir, onChange: kept.changed }),
      rendererDir,
      version,
    }
    /** What people, programs and TVs come in by. */
    const openDoors = async () => {
      const api = await createApi(apiParts, logger)
      const io = createSocketServer({
        server: api.server,
        mayConnect: (request: IncomingMessage) => {
          const asked = askedHost(request, transport.proxy)
          const { origin } = request.headers
          const isPassedOn = loopback && comesByProxy(request.headers)
          return !isPassedOn && isOwnName(asked) && (isOwnPage(origin, asked) || origin === kioskOrigin)
        },
      })
      const tvs = openTvNamespace({
        io,
        identity,
        floor,
        screens,
        plays,
        celebrations,
        controls,
        servicePin,
        limits,
        clock,
        build,
        durable: kept.isCopy ? kept.durable : null,
        codesOf: createBoardCodes({ floor, links: boardLinks, origin: () => origin, clock }),
      })
      const consoles = openConsoleNamespace({ io, identity, floor, screens, controls, clock, version })
      await api.ready()
      return {
        server: api.server,
        api,
        tvs: tvs.connected,
        close: async () => {
          const impatience = setTimeout(() => api.server.closeAllConnections(), graceMs)
          tvs.close()
          consoles.close()
          await io.close()
          await api.close()
          clearTimeout(impatience)
        },
      }
    }
    let doors = (): Awaited<ReturnType<typeof openDoors>> | null => null
    let closeDoors = async (): Promise<void> => undefined
    const connectedTvs = (): number => doors()?.tvs() ?? 0
    metrics.countTvs(connectedTvs)
    /** Where it listens. */
    const takeRequests = async () => {
      if (config.front === undefined) {
        const opened = await openDoors()
        doors = () => opened
        closeDoors = opened.close
        const listened = await listen(opened.api, host, port)
        return { url: urlOf(listened, transport.protocol), port: listened.port }
      }
      const asked = createWhenAsked(openDoors, (error) => onError('the floor takes no requests', error))
      doors = asked.built
      closeDoors = asked.close
      config.front.take(asked.server)
      return { url: config.front.url, port }
    }

    const close = async (): Promise<void> => {
      limits.close()
      screenshots.close()
      transport.close()
      await closeDoors()
      await importFiles.close()
      await tables.close()
      // It closes what both of them keep.
      await sources.close()
      await events.close()
      screens.close()
      plays.close()
      await updates.close()
      await inbound.close()
      await contests.close()
      await seasons.close()
      await awards.close()
      await celebrations.close()
      await plans.close()
      await metricChanges.close()
      await recaps.close()
      await exceptions.close()
      meetings.close()
      talks.close()
      mending.close()
      await forecasts.close()
      screenStore.close()
      await outbox.close()
      await controls.close()
      await floor.close()
      await log.close()
      await accounts.close()
    }
    try {
      const { url, port: listensAt } = await takeRequests()
      origin = publicUrl?.origin ?? publicOrigin({ url, listenHost: host, port: listensAt, names, transport })
      const firstAdminUrl =
        (await identity.setUp()) === 'done'
          ? null
          : `${publicUrl?.origin ?? url}${identity.firstAdminSecret === null ? '/console/' : consolePath('first-admin', identity.firstAdminSecret)}`
      const { fingerprint } = transport
      const plainHttp = !transport.secure && !loopback
      return {
        url,
        publicUrl: publicUrl?.origin ?? null,
        origin,
        firstAdminUrl,
        hasAdmin: accounts.hasAdmin,
        floorName: () => floor.model().file.floor.name,
        metrics,
        trouble: () => floor.status().refusing?.reason ?? null,
        tvs: connectedTvs,
        factsLastMinute: limits.lastMinute,
        fingerprint,
        plainHttp,
        noteHistory,
        close,
      }
    } catch (error) {
      await close()
      throw error
    }
  } catch (error) {
    await log.close()
    await accounts.close()
    throw error
  }
}
