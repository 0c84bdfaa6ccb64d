// Which boards a stage names.
import type { StageMessage } from '../../wire/socket.ts'

type Named = Pick<StageMessage, 'playlists' | 'hold'>

/** The boards that a screen may show: those of its playlists, and what somebody holds or is going to step to. */
export const boardsOf = ({ playlists, hold }: Named): readonly string[] => [
  ...new Set([
    ...Object.values(playlists).flatMap((scenes) => scenes.map(({ board }) => board)),
    ...(hold ? [hold.board] : []),
    ...(hold?.huddle?.boards ?? []).map(({ board }) => board),
  ]),
]
