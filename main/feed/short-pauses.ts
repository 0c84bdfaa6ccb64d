// Nobody is answered while the young part of the heap is collected, and that takes the longer the more of it is still in
// use: of the 16 MB that it may grow to, much, while somebody sends facts that are all refused, or 30,000 in one go. Kept
// at the 1 MB that it begins with, it is collected more often, and never for long (docs/bench.md).
import { setFlagsFromString } from 'node:v8'

/** For this whole process, before much is allocated. V8 reads this flag each time it would grow. */
export const keepPausesShort = (): void => setFlagsFromString('--semi-space-growth-factor=1')
