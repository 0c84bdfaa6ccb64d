// A TV, put together: who it is, what it shows, what it says of itself and what it can be told to do.
import { createRoot } from 'react-dom/client'
import { type FeedAddress, heartbeatEveryMs, type KioskBridge, nothingGood } from '../../shared/wire/kiosk.ts'
import type { NewTv } from '../../shared/wire/pairing.ts'
import type { Recoveries } from '../../shared/wire/recoveries.ts'
import type { WrongPins } from '../../shared/wire/service.ts'
import { findFeed, keepPairedToken } from '../live/address.ts'
import { createFeedClock } from '../live/feed-clock.ts'
import { connectFeed } from '../live/feed-socket.ts'
import { keepLastGood, kioskShelf, readLastGood, storageShelf, wallFromLastGood } from '../live/last-good.ts'
import { historyShelf, openShelf } from '../live/page-shelf.ts'
import { askReach } from '../live/reach.ts'
import { createStore } from '../live/store.ts'
import { emptyWall } from '../live/wall.ts'
import { mediaUrl } from '../ui/surroundings.tsx'
import { createGold } from '../wall/gold.ts'
import { createCelebrationDoor, whenPageIsIdle } from './celebration/celebration-door.ts'
import { keepTimes } from './commands/keep-times.ts'
import { createOrders } from './commands/orders.ts'
import { putPicture, takePicture } from './commands/take-picture.ts'
import { playTestTone } from './commands/test-tone.ts'
import { createPairingDoor } from './pairing/pairing-door.ts'
import { postTo, runPairing } from './pairing/pairing-run.ts'
import { recoverFrom } from './recover.ts'
import { sayBetweenScenes } from './report/between-scenes.ts'
import { createFrameRate } from './report/frame-rate.ts'
import { healthOf } from './report/health.ts'
import { createHeartbeat, drawnIn } from './report/heartbeat.ts'
import { createPlayRecorder } from './report/play-recorder.ts'
import { startReport } from './report/report.ts'
import { createOwnVolume } from './service/own-volume.ts'
import { startServiceMenu } from './service/start-service-menu.tsx'
import { createGoldChime } from './sound/gold-chime.ts'
import { createLoudspeaker } from './sound/loudspeaker.ts'
import { createDirector } from './stage/director.ts'
import { createReloader, reloadWhenDue } from './stage/reload.ts'
import { Tv, type TvIdentity } from './tv.tsx'
import { watchShape } from './watch-shape.ts'

/** What the shell mended is no news that anybody waits for. */
const askMendedEveryMs = 15_000
const minuteMs = 60_000

const newName = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-').slice(0, 40)

const pageIsServed = async (): Promise<boolean> => {
  const answer = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  return answer?.ok ?? false
}

/** The shell that this page runs in, and the feed that it shows. */
interface Shell {
  readonly kiosk: KioskBridge
  readonly feed: FeedAddress
}

/** @param shell null in a browser */
export const startTv = async (element: HTMLElement, shell: Shell | null): Promise<void> => {
  const kiosk = shell?.kiosk
  const { location, history } = window
  const storage = openShelf(() => window.localStorage)
  const session = openShelf(() => window.sessionStorage, historyShelf(history))
  const page = { location, history, storage, session }
  const feed = findFeed(shell?.feed ?? null, page)
  const identity = createStore<TvIdentity>({ token: feed.token, screen: feed.screen })
  const shelf = kiosk
    ? kioskShelf(kiosk)
    : storageShelf(storage, () => `floorboard:last-good:${identity.get().screen ?? ''}`)
  const last = feed.isNew ? null : readLastGood(await shelf.load())

  const running = () => performance.now()
  const wallClock = () => Date.now()
  const wall = createStore(last ? wallFromLastGood(last) : emptyWall)
  const clock = createFeedClock({ running, wall: wallClock }, last?.offsetMs ?? 0)
  const shape = watchShape(wall)
  const director = createDirector({
    wall,
    clock,
    wallClock,
    shape: shape.now(),
    onWake: () => isSomebody() && socket.wake(),
  })
  shape.onChange(director.reshape)

  const build = document.querySelector('meta[name="floorboard-build"]')?.getAttribute('content') ?? ''
  const shellName = kiosk ? 'kiosk' : 'browser'
  const frames = createFrameRate({
    running,
    onFrame: (draw) => requestAnimationFrame(draw),
    isHidden: () => document.hidden,
  })
  const ownVolume = createOwnVolume(storage, () => wall.get().stage?.screen.volume ?? 0)
  const volume = ownVolume.now
  const speaker = createLoudspeaker(() => new AudioContext())
  const orders = createOrders({
    session,
    // Only while the feed answers, so that a reload never ends on an error page.
    reload: () =>
      void pageIsServed().then((isServed) => {
        if (isServed) window.location.reload()
      }),
    playTone: () => playTestTone(speaker, volume()),
    sendPicture: async (id) => {
      const picture = await takePicture(kiosk, document.body)
      if (picture === null) throw new Error('nothing could be drawn')
      await putPicture(feed.url, identity.get().token, id, picture)
    },
    onError: (error) => console.warn('floorboard: an order from afar could not be carried out', error),
  })
  keepTimes({ wall, feedNow: clock.now, wallClock, onChange: orders.setTimes })
  const mended = createStore<Recoveries | null>(null)
  const wrongPins = createStore<WrongPins | null>(null)
  if (kiosk) {
    const ask = async (): Promise<void> => {
      const [recoveries, wrong] = await Promise.all([kiosk.recoveries(), kiosk.wrongPins()])
      mended.set(() => recoveries)
      wrongPins.set(() => wrong)
    }
    void ask()
    setInterval(() => void ask(), askMendedEveryMs)
  }
  const socket = connectFeed({
    url: feed.url,
    identity: identity.get,
    waits: feed.isNew,
    wall,
    clock,
    running,
    ...(kiosk && { refusedCertificate: kiosk.refusedCertificate, feedTrouble: kiosk.feedTrouble }),
    reach: () => askReach(feed.url),
    command: orders.take,
    ...(kiosk && { servicePin: kiosk.keepServicePin }),
    celebration: (event, message) => celebrations.take(event, message),
    health: () =>
      healthOf({
        build,
        shell: shellName,
        wall,
        director,
        orders: orders.now,
        frames,
        clockOffsetMs: clock.offsetFromWallMs,
        recoveries: mended.get,
        wrongPins: wrongPins.get,
      }),
  })
  const celebrations = createCelebrationDoor({
    load: () => import('./celebration/celebrations.tsx'),
    whenIdle: whenPageIsIdle,
    wait: (ms, work) => setTimeout(work, ms),
    feedNow: clock.now,
    running,
    wallClock,
    // Each window of a browser is a TV of its own; the shell has one, and its windows end with it.
    storage: kiosk ? storage : session,
    orders: orders.now,
    volume,
    speaker,
    mediaUrl: (address) => mediaUrl(address, feed.url, identity.get().token),
    sendCelebrated: socket.sendCelebrated,
  })
  const gold = createGold(
    createGoldChime({
      running,
      feedNow: clock.now,
      stage: () => wall.get().stage,
      isBusy: () => celebrations.over.get() !== null || orders.now.get().isAsleep,
      play: celebrations.chime,
    }),
  )
  // A TV that is nobody yet is not to be let in as somebody else.
  const isSomebody = () => !feed.isNew || identity.get().token !== null
  window.addEventListener('online', () => {
    if (isSomebody()) socket.wake()
  })
  keepLastGood({ wall, shelf, heardAt: socket.heardAt, offsetMs: clock.offsetFromWallMs })

  const newTv = (): NewTv => ({
    build,
    shell: shellName,
    width: Math.round(window.innerWidth * window.devicePixelRatio),
    height: Math.round(window.innerHeight * window.devicePixelRatio),
  })
  const startRun = () =>
    runPairing({
      tv: newTv,
      running,
      post: postTo(feed.url),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onPaired: (paired) => {
        keepPairedToken(kiosk, page, paired)
        identity.set(() => paired)
        wall.set(() => emptyWall)
        socket.wake()
      },
    })
  const pairing = createPairingDoor({
    wall,
    isNew: feed.isNew,
    startRun,
    forget: () => shelf.save(nothingGood),
  })

  startReport({
    director,
    orders: orders.now,
    frames,
    plays: createPlayRecorder({ storage, session, newName, now: wallClock() }),
    feedNow: clock.now,
    isSeen: () => !document.hidden && pairing.get() === null,
    sayHealth: socket.sayHealth,
    sendPlays: socket.sendPlays,
  })
  // The shell brings the page itself: loading it anew gives the same one.
  if (!kiosk) {
    const reloadTo = createReloader({
      ownBuild: build,
      storage: session,
      serverAnswers: pageIsServed,
      reload: () => window.location.reload(),
    })
    reloadWhenDue({ wall, look: director.look, reloadTo })
  }

  createRoot(element, { onUncaughtError: recoverFrom }).render(
    <Tv
      wall={wall}
      director={director}
      pairing={pairing}
      identity={identity}
      orders={orders.now}
      over={celebrations.over}
      gold={gold}
      feedUrl={feed.url}
      feedNow={clock.now}
      newTv={newTv}
      running={running}
      kiosk={kiosk}
    />,
  )
  if (kiosk) {
    const turned = (turn: () => void) => () => {
      turn()
      void playTestTone(speaker, volume())
    }
    startServiceMenu(element, kiosk, {
      place: () => {
        const { stage, link } = wall.get()
        return {
          screen: stage?.screen.name ?? null,
          floor: stage?.floor.name ?? null,
          isConnected: link.state === 'connected',
          heardAt: socket.heardAt() ?? (link.state === 'gone' ? link.since : null),
          feedNow: clock.now(),
          volume: volume(),
          locale: stage?.floor.locale ?? window.navigator.language,
          theme: stage?.screen.theme ?? 'night',
          isCalm: stage?.screen.calm ?? false,
        }
      },
      louder: turned(ownVolume.louder),
      quieter: turned(ownVolume.quieter),
    })
    const onFrame = (draw: () => void) => requestAnimationFrame(draw)
    const beat = createHeartbeat({
      onFrame,
      // Its name is to be seen, also in the night.
      isAsleep: () => orders.now.get().isAsleep && !orders.now.get().isIdentifying,
      wakesAt: () => orders.now.get().wakesAt,
      drawn: () => drawnIn(document),
      nextSceneAt: () => director.look.get().scene?.nextChangeAt ?? Number.POSITIVE_INFINITY,
      now: clock.now,
    })
    const send = () => kiosk.heartbeat(beat())
    const between = sayBetweenScenes({
      look: director.look,
      isFree: () =>
        wall.get().stage?.hold === undefined &&
        celebrations.over.get() === null &&
        pairing.get() === null &&
        !orders.now.get().isIdentifying,
      say: kiosk.betweenScenes,
    })
    setInterval(between.everyMinute, minuteMs)
    // The first as soon as anything stands: until then the kiosk gives the page its half minute to start.
    onFrame(() => onFrame(send))
    setInterval(send, heartbeatEveryMs)
  }
}
