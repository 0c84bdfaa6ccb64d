// A phrase: words of the wall's own and figures, read as one. On a wall that is read from the right it starts there, like
// everything else, and keeps the order of its words: "6 of 8 at goal" is never "of 8 at goal 6".
import './phrase.css'

/** Props of the element that holds all of it. What people have named goes into a `bdi` or an element with `dir="auto"`. */
export const phrase = { dir: 'ltr', 'data-phrase': '' } as const
