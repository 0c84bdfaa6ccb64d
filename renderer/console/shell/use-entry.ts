// An entry of a list of the floor file is written as a form has it, or taken out.
import type { Cadence } from '../../../shared/wire/cadence.ts'
import type { Alert } from '../../../shared/wire/celebrations/alert.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { Trial } from '../../../shared/wire/trial.ts'
import type { EditOutcome } from '../api/edit-queue.ts'
import { entryEdit } from '../api/entry-edit.ts'
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
    save: (before, entry) =>
      edit(
        [entryEdit(list, before, entry)],
        say({ id: 'console.entry.saved', defaultMessage: '“{name}” is saved.' }, { name: entry.name }),
      ),
    remove: ({ id, name }) =>
      edit(
        [{ do: 'remove', list, id, everywhere: false }],
        say({ id: 'console.entry.removed', defaultMessage: '“{name}” is removed.' }, { name }),
      ),
  }
}
