// Text that gives way before it is cut: as large as its place allows, never smaller than can be read.
import type { CSSProperties } from 'react'
import { textWidth } from '../../shared/domain/words/text-width.ts'
import './fitting.css'

/** For an element of the class `fitting`: how much of its place the text takes, so that the style sheet finds the size. */
export const fitting = (text: string): CSSProperties =>
  ({ '--ems': Math.max(1, textWidth(text)).toFixed(1) }) as CSSProperties
