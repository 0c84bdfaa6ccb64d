// A rule or a list of people is put into the floor file, or taken out of it.
import type { Alert } from '../../../../shared/wire/celebrations/alert.ts'
import type { CelebrationRule } from '../../../../shared/wire/celebrations/rule.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { useSay } from '../../words/words.tsx'

interface Entry<E> {
  /** `before` null: a new one. What it had and has no more is taken out. */
  save(before: E | null, entry: E): void
  remove(entry: E): void
}

export const useEntry = <E extends Alert | CelebrationRule>(list: 'alerts' | 'celebrations'): Entry<E> => {
  const say = useSay()
  const edit = useEdit()
  return {
    save: (before, entry) => {
      const { id, ...fields } = entry
      const gone = Object.keys(before ?? {}).filter((key) => !(key in entry))
      void edit(
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
        say(
          { id: 'console.celebrate.rule.saved', defaultMessage: '“{name}” is saved.' },
          { name: entry.name },
        ),
      )
    },
    remove: ({ id, name }) =>
      void edit(
        [{ do: 'remove', list, id, everywhere: false }],
        say({ id: 'console.celebrate.rule.removed', defaultMessage: '“{name}” is removed.' }, { name }),
      ),
  }
}
