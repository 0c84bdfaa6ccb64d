// What stands where there is nothing yet: what this place is for, and the first step.
import type { ReactNode } from 'react'
import './empty.css'

interface EmptyProps {
  readonly icon?: ReactNode
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      {icon}
      <p className="empty-title">{title}</p>
      {children && <div className="soft">{children}</div>}
      {action}
    </div>
  )
}
