// Where the keys of a source are pasted. They are secrets: what is typed here is kept in no draft.
import type { Keys, SourceKeyField } from '../../../../shared/wire/sources.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../words/words.tsx'

/** What was typed, without fields that were left empty. */
export const pasted = (typed: Keys): Keys =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([id, key]) => (key.trim() === '' ? [] : [[id, key.trim()]])),
  )

export const hasAllKeys = (fields: readonly SourceKeyField[], typed: Keys): boolean =>
  fields.every(({ id, optional }) => optional || pasted(typed)[id] !== undefined)

interface KeyFieldsProps {
  readonly fields: readonly SourceKeyField[]
  /** By the id of a field. */
  readonly names: Readonly<Record<string, string>>
  readonly typed: Keys
  readonly onType: (typed: Keys) => void
}

export function KeyFields({ fields, names, typed, onType }: KeyFieldsProps) {
  const say = useSay()
  const hint = say({
    id: 'console.connections.secret.hint',
    defaultMessage: 'It is kept encrypted, and never shown again.',
  })
  return fields.map(({ id, kind, optional }) => (
    <TextField
      key={id}
      label={names[id] ?? id}
      type={kind === 'lines' ? 'text' : 'password'}
      multiline={kind === 'lines'}
      autoComplete="off"
      value={typed[id] ?? ''}
      onChange={(key) => onType({ ...typed, [id]: key })}
      hint={
        optional
          ? say({ id: 'console.sources.key.optional', defaultMessage: 'May be left out. {hint}' }, { hint })
          : hint
      }
    />
  ))
}
