// Files of the floor's own that something may be given, by their names.
import { useQuery } from '@tanstack/react-query'
import type { MediaKind } from '../../../../shared/wire/media.ts'
import { mediaQuery } from '../../api/media.ts'
import { useMay } from '../../api/queries.ts'
import type { Choice } from '../../kit/picker.tsx'

const lastPart = (address: string): string => address.replace(/^.*\//, '')

/** `current`: an address that is chosen; it stays a choice where its file lies elsewhere or is gone. Empty: none is. */
export const useMediaChoices = <Address extends string>(
  kinds: readonly MediaKind[],
  current: Address | '',
): readonly Choice<string>[] => {
  const may = useMay()
  const files = useQuery({ ...mediaQuery, enabled: may.edit }).data?.media ?? []
  const own = files
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ name, address }) => ({ id: address, name }))
  return current === '' || own.some(({ id }) => id === current)
    ? own
    : [...own, { id: current, name: lastPart(current) }]
}
