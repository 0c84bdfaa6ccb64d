// The metrics feed, put together: log, floor, API and socket, in the order in which they depend on each other.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { noLimits } from '../../shared/wire/floor-limits.ts'
import { createBoardLinks } from './access/board-links.ts'
import { createRightsOf } from './access/change-rights.ts'
import { consolePath } from './access/console-path.ts'
import { createIdentity } from './access/identity.ts'
import { isLoopbackAddress } from './access/loopback.ts'
import { createOwnNames } from './access/own-names.ts'
import type { ApiParts } from './api/api-parts.ts'
import { createFeedMetrics } from './api/feed-metrics.ts'
import { createLinkGuesses } from './api/link-guesses.ts'
import { openAwardDesk } from './awards/award-desk.ts'
import { openKeptAwards } from './awards/kept-awards.ts'
import { BadSetUp } from './bad-set-up.ts'
import { createBeginFloor } from './begin/begin-floor.ts'
import { createHandDesk } from './by-hand/hand-desk.ts'
import { createCelebratedFacts } from './celebrations/celebrated-facts.ts'
import { openCelebrationDesk } from './celebrations/celebration-desk.ts'
import { createCelebrationJudge } from './celebrations/entry-judge.ts'
import { createWords } from './celebrations/words.ts'
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
import type { Feed, FeedConfig } from './feed-config.ts'
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
import { type OpenServer, openServer, type ServerParts } from './open-server.ts'
import {
  openConnectorStore,
  openInboundStore,
  openMendingStore,
  openOutboxStore,
  openScreenStore,
  openTalkStore,
  openVoteStore,
} from './open-side-stores.ts'
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
import { createPairing } from './screens/pairing/pairing.ts'
import { createPlayBook } from './screens/plays/play-book.ts'
import { createScreenDesk } from './screens/screen-desk.ts'
import { createScreenshots } from './screens/screenshots.ts'
import { openServicePin } from './screens/service-pin.ts'
import { openSeasonDesk } from './season/season-desk.ts'
import { openSpiffDesk } from './spiffs/spiff-desk.ts'
import { ownFolder } from './store/kept-folder.ts'
import { LogUnavailable } from './store/log.ts'
import { refuseCopy } from './store/postgres/copy-mark.ts'
import { openSecretFile } from './store/secret-file.ts'
import { openAccountFile } from './store/sqlite/account-file.ts'
import { openTokenFile } from './store/token-file.ts'
import { openTableDesk } from './tables/table-desk.ts'
import { tableParts } from './tables/table-parts.ts'
import { openThanksBook } from './thanks/thanks-book.ts'
import { createThanksDesk } from './thanks/thanks-desk.ts'
import { openTransport, usualTransport } from './transport.ts'
import { createTurns, inTurns } from './turns.ts'
import { openUpdateDesk } from './updates/update-desk.ts'
import { createWhenAsked, type WhenAsked } from './when-asked.ts'

/** The TVs' bundle carries a name of its own, by which they notice a new one. */
const buildOf = (rendererDir: string | null): string => {
  try {
    return rendererDir === null ? '' : readFileSync(join(rendererDir, 'build.txt'), 'utf8').trim()
  } catch (error) {
    throw new BadSetUp(`The TV in ${rendererDir} is not built: run npm run build.`, { cause: error })
  }
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
    const keptAwards = await openKeptAwards(log, openVoteStore(kept, onError), isNew && config.firstVotes)
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
    const talkStore = openTalkStore(kept, onError)
    const talks = createTalkDesk({
      floor,
      store: talkStore,
      clock,
      nameOfBy: identity.nameOfBy,
    })
    const mending = openMendingStore(kept, onError)
    const doubts = createDoubtDesk({ floor, store: mending, clock, nameOfBy: identity.nameOfBy })
    const imports = createImportDesk({
      floor,
      log,
      // Its own: it remembers the floor that it was last asked about.
      decide: createDecide(readFloor),
      clock,
      turns,
      folder: resolve(dataDir),
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
    const serverParts: ServerParts = {
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
      pairing: createPairing(),
      noteHowGuess: createLinkGuesses(clock, 'how'),
      noteCongratulateGuess: createLinkGuesses(clock, 'congratulate'),
      build,
      origin: () => origin,
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
      kept,
      mediaDir,
      media: openMediaFolder({ folder: mediaDir, onChange: kept.changed }),
      rendererDir,
      version,
    }
    let server: Pick<WhenAsked<OpenServer>, 'built' | 'close'> = {
      built: () => null,
      close: async () => undefined,
    }
    const connectedTvs = (): number => server.built()?.tvs() ?? 0
    metrics.countTvs(connectedTvs)
    /** Where it listens. */
    const takeRequests = async () => {
      if (config.front === undefined) {
        const opened = await openServer(serverParts, logger)
        server = { built: () => opened, close: opened.close }
        const listened = await listen(opened.api, host, port)
        return { url: urlOf(listened, transport.protocol), port: listened.port }
      }
      const asked = createWhenAsked({
        build: () => openServer(serverParts, logger),
        onError: (error) => onError('the server of the floor fails', error),
        clock,
      })
      server = asked
      config.front.take(asked)
      return { url: config.front.url, port }
    }

    const close = async (): Promise<void> => {
      limits.close()
      screenshots.close()
      transport.close()
      await server.close()
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
