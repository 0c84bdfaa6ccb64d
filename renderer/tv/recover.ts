// Nobody is there to press reload.

const recoverMs = 10_000

export const recover = (): void => {
  setTimeout(() => window.location.reload(), recoverMs)
}

/** Not one board but the stage itself: our bug. */
export const recoverFrom = (error: unknown): void => {
  console.error('floorboard: the stage failed', error)
  recover()
}
