// Text that shrinks to fit its space, but never below the size that can be read; then it is cut.
import type { CSSProperties } from 'react'
import { textWidth } from '../../shared/domain/words/text-width.ts'
import './fitting.css'

/** For an element of the class `fitting`: the text's width in em, from which the style sheet works out the font size. */
export const fitting = (text: string): CSSProperties =>
  ({ '--ems': Math.max(1, textWidth(text)).toFixed(1) }) as CSSProperties
