// Encryption by the system's own key for this account, where it has one.
import type { SafeStorage } from 'electron'

export interface TokenSeal {
  /** Whether the system keeps a key. Asked once the app is ready. */
  isThere(): boolean
  seal(text: string): Buffer
  /** Throws where it was sealed by another key, such as that of another computer. */
  open(sealed: Buffer): string
}

type Storage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>

/** On Linux without a keyring, Chromium encrypts with a key that everybody knows: that is none. */
const hasOwnKey = (storage: Storage, platform: NodeJS.Platform): boolean => {
  if (platform !== 'linux') return true
  const backend = storage.getSelectedStorageBackend?.() ?? 'unknown'
  return backend !== 'basic_text' && backend !== 'unknown'
}

export const createTokenSeal = (storage: Storage, platform: NodeJS.Platform): TokenSeal => ({
  isThere: () => storage.isEncryptionAvailable() && hasOwnKey(storage, platform),
  seal: (text) => storage.encryptString(text),
  open: (sealed) => storage.decryptString(sealed),
})
