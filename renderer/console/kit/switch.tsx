import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import './switch.css'

interface SwitchProps {
  readonly children: ReactNode
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly isDisabled?: boolean
}

/** On or off, at once. */
export function Switch({ children, value, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={value} onChange={onChange} isDisabled={isDisabled}>
      <span>{children}</span>
      <span className="switch-track" aria-hidden="true" />
    </AriaSwitch>
  )
}
