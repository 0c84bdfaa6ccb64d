// What holds are kept over a restart of the feed: a small file beside the log. Written whole, one write at a time.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ControlState } from '../../../shared/domain/screens/control.ts'
import { Hold, Holder } from '../../../shared/wire/control.ts'
import { replaceDurably } from '../store/durable-file.ts'
import type { KeptFolder } from '../store/kept-folder.ts'

const Stored = z.object({
  format: z.literal(1),
  held: z.array(
    z.object({
      screen: z.string(),
      hold: Hold,
      show: z
        .object({
          scenes: z.array(z.object({ board: z.string(), seconds: z.number().positive() })),
          at: z.int().min(0),
        })
        .nullable(),
      asking: z.array(Holder),
    }),
  ),
})

export type HeldScreen = z.infer<typeof Stored>['held'][number]

interface ControlFile {
  /** Empty where there is none, or one that cannot be read: nobody holds anything then. */
  read(): readonly HeldScreen[]
  /** Soon; what `states` gives when its turn comes is written. */
  save(states: () => readonly ControlState[]): void
  /** Once everything is written. */
  close(): Promise<void>
}

const heldOf = ({ screen, hold, show, asking }: ControlState): HeldScreen[] =>
  hold === null
    ? []
    : [
        {
          screen,
          hold,
          show: show && { scenes: [...show.scenes], at: show.at },
          asking: [...asking],
        },
      ]

export const openControlFile = (
  file: string,
  onError: (what: string, error: unknown) => void,
  kept?: Pick<KeptFolder, 'changed'>,
): ControlFile => {
  let writing: Promise<void> | null = null
  let waiting: (() => readonly ControlState[]) | null = null

  const write = async (): Promise<void> => {
    while (waiting) {
      const held = waiting().flatMap(heldOf)
      waiting = null
      try {
        await replaceDurably(file, JSON.stringify({ format: 1, held } satisfies z.infer<typeof Stored>))
        kept?.changed(file)
      } catch (error) {
        onError('who holds which screen cannot be kept over a restart', error)
      }
    }
    writing = null
  }

  return {
    read: () => {
      try {
        return Stored.parse(JSON.parse(readFileSync(file, 'utf8'))).held
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
        if (!isMissing) onError('who held which screen cannot be read; nobody holds any now', error)
        return []
      }
    },
    save: (states) => {
      waiting = states
      writing ??= write()
    },
    close: async () => {
      await writing
    },
  }
}
