// An entry of a list of the floor file is written as a form has it, or taken out.
import type { Cadence } from '../../../shared/wire/cadence.ts'
import type { Alert } from '../../../shared/wire/celebrations/alert.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { Trial } from '../../../shared/wire/trial.ts'
import type { EditOutcome } from '../api/edit-queue.ts'
import { useEdit } from '../api/floor-edits.tsx'
import { useSay } from '../words/words.tsx'

/** Resolves once the feed has taken it, or finally refused it. */
interface Entry<E> {
  /** `before` null: a new one. What it had and has no more is taken out. */
  save(before: E | null, entry: E): Promise<EditOutcome>
  remove(entry: E): Promise<EditOutcome>
}

export const useEntry = <E extends Alert | Cadence | CelebrationRule | Trial>(
  list: 'alerts' | 'celebrations' | 'cadences' | 'trials',
): Entry<E> => {
  const say = useSay()
  const edit = useEdit()
  return {
    save: (before, entry) => {
      const { id, ...fields } = entry
      const gone = Object.keys(before ?? {}).filter((key) => !(key in entry))
      return edit(
        before === null
          ? [{ do: 'add', list, entry, before: null }]
          : [
              {
                do: 'set',
                list,
                id,
                fields: { ...fields, ...Object.fromEntries(gone.map((key) => [key, null])) },
              },
            ],
        say({ id: 'console.entry.saved', defaultMessage: '“{name}” is saved.' }, { name: entry.name }),
      )
    },
    remove: ({ id, name }) =>
      edit(
        [{ do: 'remove', list, id, everywhere: false }],
        say({ id: 'console.entry.removed', defaultMessage: '“{name}” is removed.' }, { name }),
      ),
  }
}
