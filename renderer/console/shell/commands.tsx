// What the palette offers. Each page can be gone to; screens, playlists and boards are opened; screens are made to do things.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  Clapperboard,
  Hand,
  ListVideo,
  type LucideIcon,
  MonitorPlay,
  Play,
  ScanEye,
  Undo2,
} from 'lucide-react'
import { useMemo } from 'react'
import { useFloor } from '../api/floor-edits.tsx'
import { useMay } from '../api/queries.ts'
import { commandScreen, controlScreens } from '../api/screen-actions.ts'
import { useSay } from '../words/words.tsx'
import { usePages } from './pages-list.tsx'
import { useAct } from './use-act.ts'

export interface Command {
  readonly id: string
  readonly name: string
  /** A word at the end of the line. */
  readonly note?: string
  /** Other words by which it is found. */
  readonly also?: string
  readonly icon: LucideIcon
  readonly run: () => void
}

const holdForMs = 15 * 60_000

/** `asked`: whether something was typed. Before that only pages are offered, or the list would be endless. */
export const useCommands = (asked: boolean): readonly Command[] => {
  const say = useSay()
  const pages = usePages()
  const may = useMay()
  const file = useFloor()?.file
  const navigate = useNavigate()
  const client = useQueryClient()
  const act = useAct()
  return useMemo(() => {
    const go = (to: string) => () => void navigate({ to })
    const places: Command[] = pages.map(({ to, name, icon, key }) => ({
      id: `page:${to}`,
      name,
      note: `g ${key}`,
      icon,
      run: go(to),
    }))
    if (!asked || !file) return places
    const opened: Command[] = [
      ...file.playlists.map(({ id, name }) => ({
        id: `playlist:${id}`,
        name,
        note: say({ id: 'console.palette.playlist', defaultMessage: 'playlist' }),
        icon: ListVideo,
        run: go(`/playlists/${id}`),
      })),
      ...file.screens.map(({ id, name }) => ({
        id: `screen:${id}`,
        name,
        note: say({ id: 'console.palette.screen', defaultMessage: 'screen' }),
        icon: MonitorPlay,
        run: go(`/screens/${id}`),
      })),
      ...file.boards.map(({ id, title }) => ({
        id: `board:${id}`,
        name: title,
        note: say({ id: 'console.palette.board', defaultMessage: 'board' }),
        icon: Clapperboard,
        run: go(`/boards/${id}`),
      })),
    ]
    const commanded: Command[] = may.edit
      ? file.screens.map(({ id, name }) => ({
          id: `identify:${id}`,
          name: say(
            { id: 'console.palette.identify', defaultMessage: 'Identify {screen}' },
            { screen: name },
          ),
          icon: ScanEye,
          run: () =>
            void act(async () => {
              const reached = await commandScreen(id, 'identify')
              return say(
                {
                  id: 'console.palette.identified',
                  defaultMessage:
                    '{reached, plural, =0 {No TV of {screen} is connected.} other {{screen} shows its name for ten seconds.}}',
                },
                { screen: name, reached },
              )
            }),
        }))
      : []
    const controlled: Command[] = may.control
      ? file.screens.flatMap((screen) => [
          {
            id: `release:${screen.id}`,
            name: say(
              { id: 'console.palette.release', defaultMessage: 'Give {screen} back to its playlist' },
              { screen: screen.name },
            ),
            icon: Undo2,
            run: () =>
              void act(async () => {
                await controlScreens(client, [screen.id], { do: 'release' })
                return say(
                  { id: 'console.palette.released', defaultMessage: '{screen} is back on its playlist.' },
                  { screen: screen.name },
                )
              }),
          },
          ...file.boards.map((board) => ({
            id: `hold:${screen.id}:${board.id}`,
            name: say(
              { id: 'console.palette.hold', defaultMessage: 'Hold {board} on {screen} for 15 min' },
              { board: board.title, screen: screen.name },
            ),
            icon: Hand,
            run: () =>
              void act(async () => {
                await controlScreens(client, [screen.id], { do: 'hold', board: board.id, forMs: holdForMs })
                return say(
                  { id: 'console.palette.held', defaultMessage: '{screen} holds {board} for 15 minutes.' },
                  { board: board.title, screen: screen.name },
                )
              }),
          })),
          ...file.playlists.map((playlist) => ({
            id: `show:${screen.id}:${playlist.id}`,
            name: say(
              { id: 'console.palette.show', defaultMessage: 'Show {playlist} on {screen}' },
              { playlist: playlist.name, screen: screen.name },
            ),
            icon: Play,
            run: () =>
              void act(async () => {
                await controlScreens(client, [screen.id], { do: 'show', playlist: playlist.id })
                return say(
                  { id: 'console.palette.shown', defaultMessage: '{screen} goes through {playlist} now.' },
                  { playlist: playlist.name, screen: screen.name },
                )
              }),
          })),
        ])
      : []
    return [...places, ...opened, ...commanded, ...controlled]
  }, [asked, file, pages, may, say, navigate, client, act])
}
