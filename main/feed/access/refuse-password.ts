// Passwords that are tried first by whoever guesses. The list is in order of how often they were found in leaks.
import commonPasswords from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' }

const common: ReadonlySet<string> = new Set(commonPasswords)

/** `passw0rd!!` is `password` to whoever guesses. */
const spellingsOf = (password: string): readonly string[] => {
  const plain = password.toLowerCase()
  const bare = plain.replace(/[^\p{L}\p{N}]+$/u, '')
  return [plain, bare, bare.replace(/\d+$/, ''), plain.replaceAll('0', 'o').replaceAll('@', 'a')]
}

/** Whether it is one short text again and again, such as `abcabcabcabc`. */
const isRepeated = (password: string): boolean => /^(.{1,4}?)\1+$/su.test(password)

/** A sentence for whoever chose it, or null. `about`: what others know of them, such as their address. */
export const refusePassword = (password: string, about: readonly string[]): string | null => {
  const spellings = spellingsOf(password)
  if (spellings.some((each) => common.has(each)) || isRepeated(password))
    return 'This password is among the first that are tried; choose another.'
  const known = about.flatMap((text) => text.toLowerCase().split(/[@\s]/)).filter((text) => text.length >= 4)
  const rest = known.reduce((text, each) => text.replaceAll(each, ''), password.toLowerCase())
  return rest.length < 6 ? 'This password is little more than your name or address; choose another.' : null
}
