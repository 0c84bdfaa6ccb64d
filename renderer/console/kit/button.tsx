// What is pressed. A page has one primary button.
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link,
  type LinkProps,
} from 'react-aria-components'
import './button.css'

type Look = 'primary' | 'plain' | 'quiet' | 'danger'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly look?: Look
  readonly size?: 'usual' | 'small' | 'large'
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

/** One without children needs `aria-label`. */
export function Button({ look = 'plain', size = 'usual', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={({ isPending }) =>
        `button ${look} ${size}${children ? '' : ' bare'}${isPending ? ' pending' : ''}`
      }
    >
      {icon}
      {children}
    </AriaButton>
  )
}

interface ButtonLinkProps extends Omit<LinkProps, 'className' | 'style' | 'children'> {
  readonly look?: Look
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** Looks like a button and goes to another page. */
export function ButtonLink({ look = 'plain', icon, children, ...props }: ButtonLinkProps) {
  return (
    <Link {...props} className={`button ${look} usual`}>
      {icon}
      {children}
    </Link>
  )
}
