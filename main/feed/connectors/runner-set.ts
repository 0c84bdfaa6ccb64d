// What reads the entries of a list of the floor file: a runner for each, made anew when anything that it is made of changes.

interface Runner {
  /** Does everything that is due. */
  run(): Promise<void>
  /** `hurry`: what is under way is waited for a moment only. */
  close(hurry?: boolean): Promise<void>
}

export interface RunnerSet<R extends Runner> {
  get(id: string): R | undefined
  all(): readonly R[]
  /** Makes the runners what the floor file says. */
  sync(): Promise<void>
  /** Does all that is due; by itself each second. */
  run(): Promise<void>
  close(): Promise<void>
}

export interface RunnerSetParts<E extends { readonly id: string }, R extends Runner> {
  /** While this text is the same, so are the entries and all that runners are made of. */
  readonly state: () => string
  /** `madeOf`: all that the runner of an entry is made of. */
  readonly entries: () => readonly { readonly entry: E; readonly madeOf: string }[]
  readonly start: (entry: E) => R
  /** The entry of that id is in the file no more. */
  readonly forget: (id: string) => void
  /** Called before the runners run, and after. */
  readonly look?: () => void
  readonly onError: (error: unknown) => void
}

const tickMs = 1000

export const createRunnerSet = <E extends { readonly id: string }, R extends Runner>(
  parts: RunnerSetParts<E, R>,
): RunnerSet<R> => {
  const runners = new Map<string, { readonly madeOf: string; readonly runner: R }>()
  const all = (): readonly R[] => [...runners.values()].map(({ runner }) => runner)
  let synced = ''
  let closed = false

  const syncNow = async (): Promise<void> => {
    const state = parts.state()
    if (state === synced) return
    synced = state
    const entries = parts.entries()
    const wanted = new Map(entries.map(({ entry, madeOf }) => [entry.id, madeOf]))
    for (const [id, { madeOf, runner }] of runners) {
      if (wanted.get(id) === madeOf) continue
      await runner.close()
      runners.delete(id)
      if (!wanted.has(id)) parts.forget(id)
    }
    for (const { entry, madeOf } of entries)
      if (!runners.has(entry.id)) runners.set(entry.id, { madeOf, runner: parts.start(entry) })
  }

  let syncing: Promise<void> = Promise.resolve()
  const sync = (): Promise<void> => {
    syncing = syncing.catch(() => undefined).then(syncNow)
    return syncing
  }

  let turn: Promise<void> | null = null
  const run = (): Promise<void> => {
    turn ??= (async () => {
      await sync()
      parts.look?.()
      await Promise.all(all().map((runner) => runner.run()))
      parts.look?.()
    })().finally(() => {
      turn = null
    })
    return turn
  }

  const timer = setInterval(() => {
    if (!closed) run().catch(parts.onError)
  }, tickMs)
  timer.unref()

  return {
    get: (id) => runners.get(id)?.runner,
    all,
    sync,
    run,
    close: async () => {
      closed = true
      clearInterval(timer)
      await Promise.all(all().map((runner) => runner.close(true)))
    },
  }
}
