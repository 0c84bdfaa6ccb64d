import { scrypt, timingSafeEqual } from 'node:crypto'
import { type HashedPin, pinCost, pinHashBytes } from '../../../shared/wire/service.ts'

/** Whether it is the PIN of which this is the hash. */
export function checkPin(pin: string, { salt, hash }: HashedPin): Promise<boolean> {
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'base64url'), pinHashBytes, pinCost, (error, key) => {
      if (error) reject(error)
      else resolve(timingSafeEqual(key, Buffer.from(hash, 'base64url')))
    })
  })
}
