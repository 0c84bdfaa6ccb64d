import { figuresIn } from '../../../shared/domain/words/text-width.ts'

/** In figures, more than there is room for at full size: "123K" still fits. */
const longFrom = 4.5

/** Whether a count, as it is written, leaves no room for anything beside it. */
export const isLongCount = (text: string): boolean => figuresIn(text) >= longFrom
