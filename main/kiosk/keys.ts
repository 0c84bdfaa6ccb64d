// The keys that reach a page: none, but for those of a remote control while somebody sets this TV up.
import type { Input } from 'electron'

const remoteKeys: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Enter',
  'Select',
  'Backspace',
])

/** What an address is typed with. */
const ofAddress = /^[\w.:/\-[\]%]$/

/** Whether it moves or types, and can do nothing else. */
export function isRemoteKey({
  key,
  control,
  alt,
  meta,
}: Pick<Input, 'key' | 'control' | 'alt' | 'meta'>): boolean {
  if (control || alt || meta) return false
  return remoteKeys.has(key) || ofAddress.test(key)
}
