// A name in any script. A long one shrinks a little, then ends in an ellipsis.
import { type CSSProperties, createContext, memo, type ReactNode, useContext } from 'react'
import { textWidth } from '../../shared/domain/words/text-width.ts'
import { fitting } from './fitting.ts'
import './person-name.css'

const Widest = createContext<string | null>(null)

interface SameSizeProps {
  readonly names: readonly string[]
  readonly children: ReactNode
}

/** Names beneath one another have one size: that at which the longest of them fits. */
export const SameSize = ({ names, children }: SameSizeProps) => {
  const widest = names.reduce<string | null>(
    (most, name) => (most === null || textWidth(name) > textWidth(most) ? name : most),
    null,
  )
  return <Widest.Provider value={widest}>{children}</Widest.Provider>
}

/** The style of a name of the class `fitting`: as wide as the longest of those it stands with. */
export const useNameFitting = (name: string): CSSProperties => fitting(useContext(Widest) ?? name)

interface PersonNameProps {
  readonly name: string
  readonly className?: string
}

export const PersonName = memo(({ name, className = '' }: PersonNameProps) => (
  <span className={`person-name ${className} fitting line`} dir="auto" style={useNameFitting(name)}>
    {name}
  </span>
))
PersonName.displayName = 'PersonName'
