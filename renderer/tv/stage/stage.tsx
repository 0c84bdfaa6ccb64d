// The whole screen: the scene that is on, and what stays around it.
import { type CSSProperties, type ReactNode, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import { directionOf } from '../../../shared/domain/words/direction.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { hanOf } from '../../../shared/domain/words/han.ts'
import { spokenLocale } from '../../../shared/domain/words/say.ts'
import { FootCodesProvider, noFootCodes } from '../../boards/parts/foot-code.tsx'
import { createStore, type Store } from '../../live/store.ts'
import { useStore } from '../../live/use-store.ts'
import type { Wall } from '../../live/wall.ts'
import { SurroundingsProvider } from '../../ui/surroundings.tsx'
import { createGold, type Gold, GoldProvider } from '../../wall/gold.ts'
import { Chrome } from './chrome.tsx'
import type { Director } from './director.ts'
import { drift } from './drift.ts'
import { Quiet } from './quiet.tsx'
import { Scenes } from './scenes.tsx'
import { turnOf, turnPage } from './turned-page.ts'
import './stage.css'

interface StageProps {
  readonly wall: Store<Wall>
  readonly director: Director
  readonly feedUrl: string
  readonly token: string | null
  readonly feedNow: () => number
  /** What takes over the whole picture now and then. */
  readonly over?: Store<ReactNode>
  /** Which crossings of goals it has shown; left out, nothing is heard of them. */
  readonly gold?: Gold
}

const unheard = createGold(() => undefined)
const nothingOver = createStore<ReactNode>(null)
/** Before the feed has said more, as where it refuses this TV: what it says then is in the browser's language. */
const defaultFloor = { locale: spokenLocale(window.navigator.language), currency: 'USD' }
const stillness = window.matchMedia('(prefers-reduced-motion: reduce)')

const useReducedMotion = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      stillness.addEventListener('change', listener)
      return () => stillness.removeEventListener('change', listener)
    },
    () => stillness.matches,
  )

/** Set as a style of the element itself: a custom property would have the browser restyle the whole page each minute. */
const drifted = (now: number): CSSProperties => {
  const [right, down] = drift(now)
  return { transform: `translate(${right * 0.1}rem, ${down * 0.1}rem)` }
}

export const Stage = ({ wall, director, feedUrl, token, feedNow, ...rest }: StageProps) => {
  const { over = nothingOver, gold = unheard } = rest
  const stage = useStore(wall, (value) => value.stage)
  const { now, scene } = useStore(director.look, (value) => value)
  const reduced = useReducedMotion()
  const { locale, currency } = stage?.floor ?? defaultFloor
  const format = useMemo(() => createFormat({ locale, currency }), [locale, currency])
  const calm = reduced || (stage?.screen.calm ?? false)
  const timeZone = stage?.screen.timeZone ?? 'UTC'
  const surroundings = useMemo(
    () => ({ format, locale, timeZone, calm, feedUrl, token, feedNow }),
    [format, locale, timeZone, calm, feedUrl, token, feedNow],
  )
  const turn = turnOf(stage?.screen.rotate ?? 0)
  useLayoutEffect(() => turnPage(document, turn), [turn])
  const [first, second] = stage?.screen.brand ?? []
  const style = {
    '--safe': stage?.screen.safeArea ?? 0.05,
    '--scenes': scene?.slots ?? 1,
    ...(first !== undefined && { '--brand-first': first }),
    ...(second !== undefined && { '--brand-second': second }),
  } as CSSProperties

  return (
    <SurroundingsProvider value={surroundings}>
      <div
        className="stage"
        style={style}
        dir={directionOf(locale)}
        data-han={hanOf(locale)}
        data-theme={stage?.screen.theme ?? 'night'}
        data-calm={calm || undefined}
      >
        <main className="stage-area" style={drifted(now)}>
          {stage === null || scene === null || scene.board === null ? (
            <Quiet wall={wall} playlist={scene?.playlist ?? null} now={now} feedUrl={feedUrl} />
          ) : (
            <GoldProvider value={gold}>
              <FootCodesProvider value={stage.codes ?? noFootCodes}>
                <Scenes
                  wall={wall}
                  scene={{ ...scene, board: scene.board }}
                  now={now}
                  onTrip={director.trip}
                />
              </FootCodesProvider>
            </GoldProvider>
          )}
          {stage !== null && scene !== null && <Chrome wall={wall} stage={stage} scene={scene} now={now} />}
        </main>
        <Over over={over} />
      </div>
    </SurroundingsProvider>
  )
}

const Over = ({ over }: { readonly over: Store<ReactNode> }) => useStore(over, (value) => value)
