// How far new versions have come, kept beside the log: a feed that was restarted knows what a TV went back from.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ProgramVersion, UpdatesAnswer } from '../../../shared/wire/updates.ts'
import { replaceDurably } from '../store/durable-file.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import { noRollout, type Rollout } from './judge-turn.ts'

const { screens, wentBack, staged } = UpdatesAnswer.shape
const Stored = z.object({
  format: z.literal(1),
  first: z.string().nullable(),
  screens,
  staged: z.array(staged.element.omit({ othersFrom: true, isForAll: true })),
  forAll: z.array(ProgramVersion),
  wentBack,
})

interface RolloutFile {
  /** Nothing is known where there is none, or one that cannot be read. */
  read(): Rollout
  /** Soon; the latest when its turn comes. */
  save(rollout: Rollout): void
  /** Once everything is written. */
  close(): Promise<void>
}

export const openRolloutFile = (
  file: string,
  onError: (what: string, error: unknown) => void,
  kept?: Pick<KeptFolder, 'changed'>,
): RolloutFile => {
  let waiting: Rollout | null = null
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    while (waiting !== null) {
      const text = JSON.stringify({ format: 1, ...waiting })
      waiting = null
      try {
        await replaceDurably(file, text)
        kept?.changed(file)
      } catch (error) {
        onError('which TV runs which version cannot be kept over a restart', error)
      }
    }
    writing = null
  }

  return {
    read: () => {
      try {
        const { format, ...rollout } = Stored.parse(JSON.parse(readFileSync(file, 'utf8')))
        return rollout
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
        if (!isMissing) onError('which TV runs which version cannot be read', error)
        return noRollout
      }
    },
    save: (rollout) => {
      waiting = rollout
      writing ??= write()
    },
    close: async () => {
      await writing
    },
  }
}
