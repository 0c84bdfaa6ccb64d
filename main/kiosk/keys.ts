// The keys that reach a page: none, but for those of a remote control while somebody sets this TV up or services it.
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

type Stroke = Pick<Input, 'key' | 'type' | 'isAutoRepeat' | 'control' | 'alt' | 'meta'>

export interface KeyDoor {
  /** Whether a key goes on to the page. */
  lets(stroke: Stroke): boolean
}

/** Nothing is known of this TV yet. */
export const closedToKeys: KeyDoor = { lets: () => false }

export interface KeyDoorParts {
  /** Whether somebody sets this TV up. */
  readonly isSettingUp: () => boolean
  readonly service: {
    stands(): boolean
    /** True for the key that opens the service menu. */
    press(key: string): boolean
  }
}

export const createKeyDoor = ({ isSettingUp, service }: KeyDoorParts): KeyDoor => ({
  lets(stroke) {
    if (!isRemoteKey(stroke)) return false
    const isPressed = stroke.type === 'keyDown' && !stroke.isAutoRepeat
    if (isPressed && service.press(stroke.key)) return false
    return service.stands() || isSettingUp()
  },
})
