// The TV page: its wall, or what it shows until it has one.
import type { ReactNode } from 'react'
import type { KioskBridge } from '../../shared/wire/kiosk.ts'
import type { NewTv } from '../../shared/wire/pairing.ts'
import type { Store } from '../live/store.ts'
import { useStore } from '../live/use-store.ts'
import type { Wall } from '../live/wall.ts'
import type { Gold } from '../wall/gold.ts'
import type { Orders } from './commands/orders.ts'
import { OverEverything } from './commands/over-everything.tsx'
import type { OpenPairing } from './pairing/pairing-door.ts'
import { PairingPage } from './pairing/pairing-page.tsx'
import { NewFloor } from './set-up/new-floor.tsx'
import type { Director } from './stage/director.ts'
import { Stage } from './stage/stage.tsx'

/** Who this TV is to the feed. */
export interface TvIdentity {
  readonly token: string | null
  readonly screen: string | null
}

interface TvProps {
  readonly wall: Store<Wall>
  readonly director: Director
  readonly pairing: Store<OpenPairing | null>
  readonly identity: Store<TvIdentity>
  readonly orders: Store<Orders>
  readonly over: Store<ReactNode>
  readonly gold: Gold
  readonly feedUrl: string
  readonly feedNow: () => number
  readonly newTv: () => NewTv
  readonly running: () => number
  /** Undefined in a browser. */
  readonly kiosk: KioskBridge | undefined
}

export const Tv = ({
  wall,
  director,
  pairing,
  identity,
  orders,
  over,
  gold,
  feedUrl,
  feedNow,
  newTv,
  running,
  kiosk,
}: TvProps) => {
  const open = useStore(pairing, (value) => value)
  const told = useStore(orders, (value) => value)
  const screen = useStore(wall, (value) => value.stage?.screen ?? null)
  const token = useStore(identity, (value) => value.token)
  if (open !== null)
    return (
      <PairingPage
        pairing={open.run}
        refused={open.refused}
        tv={newTv()}
        feedUrl={feedUrl}
        locale={window.navigator.language}
        theme={open.theme}
        running={running}
      />
    )
  return (
    <>
      <Stage
        wall={wall}
        director={director}
        feedUrl={feedUrl}
        token={token}
        feedNow={feedNow}
        over={over}
        gold={gold}
      />
      <OverEverything orders={told} screen={screen} />
      {kiosk && <NewFloor kiosk={kiosk} locale={window.navigator.language} />}
    </>
  )
}
