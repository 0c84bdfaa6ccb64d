// Makes ids of names.

/** Letters that Unicode's decomposition leaves as they are. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** "Zoë O'Neill" to `zoe-o-neill`; empty for a name without Latin letters or digits. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')

/** `wanted` where nothing has that id yet; else with a number. */
export const freeId = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  let nth = 2
  while (taken.has(`${wanted.slice(0, 55)}-${nth}`)) nth += 1
  return `${wanted.slice(0, 55)}-${nth}`
}
