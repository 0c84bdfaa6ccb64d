// The keys of a source: how they are kept, and whether what was pasted can be one.
import { Keys } from '../../../shared/wire/sources.ts'
import type { Vendor, VendorKey } from './connector.ts'
import { SourceTrouble } from './source-trouble.ts'

export const keysText = (keys: Keys): string => JSON.stringify(keys)

/** A text that is no JSON object of keys is the only key of a vendor that has one. */
export const keysFrom = (text: string, { keys }: Pick<Vendor, 'keys'>): Keys => {
  try {
    const read = Keys.safeParse(JSON.parse(text))
    if (read.success) return read.data
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { [keys[0]?.id ?? 'key']: text }
}

const faultOf = ({ name, kind, optional }: VendorKey, key: string | undefined): string | null => {
  if (key === undefined) return optional ? null : `The ${name} is missing.`
  // It travels in a header.
  if (kind === 'token' && !/^[\x21-\x7e]+$/.test(key))
    return `What was pasted as the ${name} is none: it has letters, digits and signs only, without spaces.`
  return null
}

/** Throws `SourceTrouble` where keys or the address cannot be what the vendor gives. */
export const checkKeys = (
  vendor: Pick<Vendor, 'keys' | 'address' | 'name'>,
  keys: Keys,
  address: string,
): void => {
  if (vendor.address !== null && address === '')
    throw new SourceTrouble('strange', `The address of your ${vendor.name} is missing.`)
  for (const key of vendor.keys) {
    const fault = faultOf(key, keys[key.id])
    if (fault !== null) throw new SourceTrouble('sign-in', fault)
  }
}
