// Text that shrinks to fit its space, but never below the size that can be read; then it is cut. A figure is never cut:
// it shrinks as far as it has to.
import type { CSSProperties } from 'react'
import { textWidth } from '../../shared/domain/words/text-width.ts'
import './fitting.css'

/** For an element of the class `fitting`: the text's width in em, from which the style sheet works out the font size. */
export const fitting = (text: string): CSSProperties =>
  ({ '--ems': Math.max(1, textWidth(text)).toFixed(1) }) as CSSProperties

/** Figures are set in letters that are narrower than those whose width is known. */
const narrower = 0.93

/**
 * For a figure and what stands behind it in a size of its own: the widths of both, in em of each one's size, from which
 * the style sheet works out the figure's size.
 */
export const fittingFigure = (figure: string, beside = ''): CSSProperties =>
  ({
    '--ems': (narrower * textWidth(figure)).toFixed(2),
    '--beside-ems': textWidth(beside).toFixed(2),
  }) as CSSProperties
