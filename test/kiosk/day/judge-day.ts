// Whether a wall that went through a day holds more at its end than at its beginning: a line through what was held, once
// everything unreachable was gone.

/** What the wall held at one instant, with the same board on and nothing over it. */
export interface Sample {
  /** Since the page began, in hours of the day that is played. */
  readonly hour: number
  /** JavaScript heap of the page, MB. */
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
  /** Open files and sockets of the page's process, of the shell and of the feed. */
  readonly pageHandles: number
  readonly shellHandles: number
  readonly feedHandles: number
}

/** A page from when it was loaded until it is loaded anew. */
export interface Life {
  readonly samples: readonly Sample[]
  /** Boards that came on, and as many as the playlist says. */
  readonly scenes: { readonly seen: number; readonly scripted: number }
  readonly takeovers: { readonly seen: number; readonly scripted: number }
}

/** What may be, for each hour of the day that is played. */
export interface Limits {
  readonly heapMbAnHour: number
  readonly nodesAnHour: number
  readonly listenersAnHour: number
  /** Above or below what it was after the first sample; of files. */
  readonly handles: number
  /** Samples before this hour are of a page that still compiles its code. */
  readonly warmHours: number
  /** The share of scenes by which a wall may miss its playlist: one that comes on as it is counted, and a busy machine. */
  readonly missedScenes: number
}

export const dayLimits: Limits = {
  heapMbAnHour: 0.5,
  nodesAnHour: 10,
  listenersAnHour: 2,
  handles: 2,
  warmHours: 0.5,
  missedScenes: 0.05,
}

/** Least squares: how much `of` grows from one hour to the next; 0 where there is no line. */
export const slopeOf = (samples: readonly Sample[], of: (sample: Sample) => number): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [hour, value] = [mean(samples.map((each) => each.hour)), mean(samples.map(of))]
  const spread = samples.reduce((sum, each) => sum + (each.hour - hour) ** 2, 0)
  if (spread === 0) return 0
  return samples.reduce((sum, each) => sum + (each.hour - hour) * (of(each) - value), 0) / spread
}

export const warmOf = ({ samples }: Life, { warmHours }: Limits): readonly Sample[] =>
  samples.filter(({ hour }) => hour >= warmHours)

/** How far the highest is above the lowest. */
export const spreadOf = (samples: readonly Sample[], of: (sample: Sample) => number): number =>
  Math.max(...samples.map(of)) - Math.min(...samples.map(of))

/** Fewer are no line. */
const leastSamples = 5

const middle = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** Why a life shows nothing: the wall did not do what the script says. Empty when it did. */
export const voids = ({ scenes, takeovers }: Life, { missedScenes }: Limits): readonly string[] => {
  const off = Math.abs(scenes.seen - scenes.scripted)
  return [
    ...(off > Math.max(2, missedScenes * scenes.scripted)
      ? [`void: ${scenes.seen} scenes came on, the playlist says ${scenes.scripted}`]
      : []),
    ...(takeovers.seen === takeovers.scripted
      ? []
      : [`void: ${takeovers.seen} takeovers were seen, ${takeovers.scripted} were to be`]),
  ]
}

/** What is wrong with the open files of one process. */
const driftOf = (
  samples: readonly Sample[],
  what: string,
  of: (sample: Sample) => number,
  limit: number,
): readonly string[] => {
  // One file more is open while something is saved: the middle of some samples is what stays.
  const third = Math.ceil(samples.length / 3)
  const [early, late] = [middle(samples.slice(0, third).map(of)), middle(samples.slice(-third).map(of))]
  return Math.abs(late - early) > limit ? [`${what} has ${early} → ${late} files open`] : []
}

/** Everything that is wrong, in sentences; empty when the life holds. */
export const judgeLife = (life: Life, limits: Limits): readonly string[] => {
  const samples = warmOf(life, limits)
  if (samples.length < leastSamples) return [`void: ${samples.length} samples are no line`]
  const grows = (what: string, of: (sample: Sample) => number, limit: number): readonly string[] => {
    const slope = slopeOf(samples, of)
    return slope > limit ? [`${what} by ${slope.toFixed(2)} an hour, more than ${limit}`] : []
  }
  return [
    ...voids(life, limits),
    ...grows('the heap grows (MB)', ({ heapMb }) => heapMb, limits.heapMbAnHour),
    ...grows('nodes grow', ({ nodes }) => nodes, limits.nodesAnHour),
    ...grows('listeners grow', ({ listeners }) => listeners, limits.listenersAnHour),
    ...driftOf(samples, 'the page', ({ pageHandles }) => pageHandles, limits.handles),
    ...driftOf(samples, 'the shell', ({ shellHandles }) => shellHandles, limits.handles),
    ...driftOf(samples, 'the feed', ({ feedHandles }) => feedHandles, limits.handles),
  ]
}
