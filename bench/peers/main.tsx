// One page, one board of fifty rows, drawn in the way that the address names.
import '@fontsource-variable/archivo/standard.css'
import '@fontsource-variable/inter/wght.css'
import '../../renderer/wall/tokens.css'
import '../../renderer/wall/base.css'
import './peers.css'
import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { createStore, type Store } from '../../renderer/live/store.ts'
import { useStore } from '../../renderer/live/use-store.ts'
import type { LeaderboardView } from '../../shared/wire/boards/leaderboard-board.ts'
import type { BoardProps } from './board-props.ts'
import { createLadder } from './ladder.ts'

declare global {
  interface Window {
    /** So many reorders, one every so many ms; resolves when the last has had its time. */
    reorder(times: number, everyMs: number): Promise<void>
  }
}

/** Each side is loaded alone, so that no page carries another's code. */
const sides: Readonly<Record<string, () => Promise<ComponentType<BoardProps>>>> = {
  ours: async () => (await import('./our-board.tsx')).OurBoard,
  css: async () => (await import('./css-board.tsx')).CssBoard,
  spare: async () => (await import('./spare-board.tsx')).SpareBoard,
  layout: async () => (await import('./layout-board.tsx')).LayoutBoard,
}

interface AppProps {
  readonly store: Store<LeaderboardView>
  readonly board: ComponentType<BoardProps>
}

const App = ({ store, board: Board }: AppProps) => <Board view={useStore(store, (view) => view)} />

const start = async (element: HTMLElement, side: string): Promise<void> => {
  const Board = await sides[side]?.()
  if (!Board) throw new Error(`there is no side called ${side}`)
  const ladder = createLadder()
  const store = createStore(ladder.first)
  createRoot(element).render(<App store={store} board={Board} />)
  await document.fonts.ready
  window.reorder = async (times, everyMs) => {
    for (let time = 0; time < times; time++) {
      store.set(() => ladder.next())
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  }
}

const element = document.getElementById('board')
if (element) void start(element, new URLSearchParams(window.location.search).get('side') ?? '')
