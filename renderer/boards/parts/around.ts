// The words before and after a value that is drawn in a way of its own; each language puts it where it belongs.

/** Of the private use area: in no text of a floor. */
const place = '\uE000'

/** `sentence` says the whole with the value in it. */
export const around = (sentence: (value: string) => string): readonly [before: string, after: string] => {
  const [before = '', after = ''] = sentence(place).split(place)
  return [before, after]
}
