// The PIN that opens the service menu of every kiosk of this floor. The feed makes it, so that nobody chooses a poor one;
// whoever may edit reads it in the console. TVs get its hash.

import { randomBytes, randomInt, scrypt } from 'node:crypto'
import { type HashedPin, Pin, pinCost, pinHashBytes } from '../../../shared/wire/service.ts'
import { addListener, type StopListening } from '../add-listener.ts'
import type { SecretStore } from '../store/secrets.ts'

const secretName = 'service-pin'
const digits = 6
const saltBytes = 16

export interface ServicePin {
  pin(): string
  hashed(): Promise<HashedPin>
  /** Throws what the store throws where the disk takes nothing; then the one before stays. */
  renew(): Promise<string>
  onChange(listener: () => void): StopListening
}

const newPin = (): string => String(randomInt(10 ** digits)).padStart(digits, '0')

const hashPin = (pin: string): Promise<HashedPin> =>
  new Promise((resolve, reject) => {
    const salt = randomBytes(saltBytes)
    scrypt(pin, salt, pinHashBytes, pinCost, (error, key) => {
      if (error) reject(error)
      else resolve({ salt: salt.toString('base64url'), hash: key.toString('base64url') })
    })
  })

/** Where the disk takes nothing at the start, the PIN is this process's own, and `onError` is told. */
export const openServicePin = async (
  secrets: Pick<SecretStore, 'get' | 'set'>,
  onError: (what: string, error: unknown) => void,
): Promise<ServicePin> => {
  const kept = Pin.safeParse(secrets.get(secretName))
  let pin = kept.data ?? newPin()
  if (!kept.success)
    await secrets
      .set(secretName, pin)
      .catch((error) => onError('the service PIN cannot be kept; it is another one after a restart', error))
  /** Made when it is first asked for. */
  let hashed: Promise<HashedPin> | null = null
  const listeners = new Set<() => void>()
  return {
    pin: () => pin,
    hashed: () => {
      hashed ??= hashPin(pin)
      return hashed
    },
    renew: async () => {
      const next = newPin()
      await secrets.set(secretName, next)
      pin = next
      hashed = null
      for (const listener of listeners) listener()
      return next
    },
    onChange: (listener) => addListener(listeners, listener),
  }
}
