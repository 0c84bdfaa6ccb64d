// A line of names says nothing twice: "Enterprise · Enterprise AE" is "Enterprise AE".

const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[\s·]+/u)
    .join(' ')
    .trim()} `

/** The parts that neither another part nor what is `said` elsewhere on the board contains, word by word. */
export const withoutRepeats = (parts: readonly string[], said = ''): string => {
  const known = words(said)
  const each = parts.flatMap((part) => part.split(' · ')).filter((part) => part.trim() !== '')
  const kept = each.filter((part, index) => {
    const own = words(part)
    if (known.includes(own)) return false
    // Of two that say the same the first stays.
    return !each.some(
      (other, at) => at !== index && words(other).includes(own) && (words(other) !== own || at < index),
    )
  })
  return kept.join(' · ')
}
