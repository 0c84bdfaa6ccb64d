// What is asked of whoever makes a board of a kind, and what is known of it meanwhile. What a kind has beyond that, such as a
// team goal's thresholds, is written in the floor file and kept when the board is changed here.
import type { BoardKind, BoardOf } from '../../../wire/boards.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import type { BoardDraft } from './board-draft.ts'

/** Whom a copy is for; with neither, for everybody. */
export interface CopyTarget {
  readonly team: string | null
  readonly role: string | null
}

/** What somebody wants to say with a board, in the order in which they are offered. */
export const boardGroups = ['standing', 'work', 'people', 'word'] as const
export type BoardGroup = (typeof boardGroups)[number]

/**
 * `scope`: everybody, a team, a role. `pair`: the input beside an output, or the other way round. `inputs`: up to three
 * beneath each row.
 */
export type BoardAsk =
  | 'pipeline'
  | 'pair'
  | 'inputs'
  | 'window'
  | 'period'
  | 'rankBy'
  | 'show'
  | 'sides'
  | 'days'
  | 'contest'
  | 'award'
  | 'text'
  | 'countdown'
  | 'scope'

/** Why a board cannot be made on a floor yet. */
export type BoardLack =
  | 'metrics'
  | 'pipeline'
  | 'formula'
  | 'stages'
  | 'teams'
  | 'rules'
  | 'contests'
  | 'awards'
  | 'thanks'

export interface MetricsAsked {
  readonly least: number
  readonly most: number
  /** How many a new board has: what a wall shows at a glance. Left out, one. */
  readonly atFirst?: number
  /** It is about what people do. Left out, about what came of it. */
  readonly about?: 'input'
  /** Each has a window of its own beside it. */
  readonly eachWithWindow?: true
}

/** Whose rows or cards it has beside its usual ones. */
export interface RowsAsked {
  /** Left out, its usual ones are people's. */
  readonly usual?: 'teams'
  /** Where the floor file says so. */
  readonly key: 'by' | 'of'
  readonly others: (file: FloorFile) => readonly string[]
}

/** A metric through its window on a board. */
export interface Aim {
  readonly metric: string
  readonly window: string
}

export interface GoalsHeld<K extends BoardKind> {
  /** Everybody's own, each team's, or the one to which all add. */
  readonly of: 'each' | 'teams' | 'all together'
  /** What is held against a goal. `own`: the window of a metric that no board says another for. */
  readonly aims: (board: BoardOf<K>, own: (metric: string) => string) => readonly Aim[]
}

export interface BoardForm<K extends BoardKind> {
  readonly group: BoardGroup
  /** Null: it has none, or names them itself. */
  readonly metrics: MetricsAsked | null
  readonly asks: readonly BoardAsk[]
  /** Without anybody in its scope there is little to see on it. */
  readonly listsPeople: boolean
  /** Null: it has none, or has them by what it is. */
  readonly goals: GoalsHeld<K> | null
  readonly rows?: RowsAsked
  /** To choose from, where it asks for a period. */
  readonly periods?: readonly string[]
  /** To choose from, where it asks what its lines or pages show. */
  readonly shows?: readonly string[]
  /** Roles that it may keep to. Left out, all, where its rows are people. */
  readonly roles?: (file: FloorFile) => FloorFile['roles']
  /** It is about the people of one role, whose metrics it has. */
  readonly ofOneRole?: true
  /** Without a contest of its own it is of all of them. */
  readonly ofAllContests?: true
  /** It counts to the last day of a period that goes on. */
  readonly runsOut?: true
  /** It turns a page for each of those on it: that is what it is. */
  readonly turnsPages?: true
  /** It is never for everybody. */
  readonly neverHangs?: true
  /** Beside metrics: null where nothing is missing. */
  readonly lacks?: (file: FloorFile) => BoardLack | null
  /** What a new one has from the first, beside metrics. */
  readonly begins?: (file: FloorFile) => Partial<BoardDraft>
  /** Which period a new one has, by its metric's window. */
  readonly firstPeriod?: (window: string) => string
  /** What a copy for others takes over of it beside its draft. Left out, everything. */
  readonly forOthers?: (board: BoardOf<K>, target: CopyTarget) => BoardOf<K>
}

export const oneMetric: MetricsAsked = { least: 1, most: 1 }
export const oneOfWork: MetricsAsked = { ...oneMetric, about: 'input' }

/** Of boards with one metric and one window. */
export const itsMetric = ({ metric, window }: Aim): readonly Aim[] => [{ metric, window }]
