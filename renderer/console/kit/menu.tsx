// A button with a menu of things to do.
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button } from './button.tsx'
import './picker.css'

export interface MenuAction {
  readonly id: string
  readonly name: string
  readonly icon?: ReactNode
  readonly onAction: () => void
  readonly danger?: boolean
  readonly disabled?: boolean
}

interface MenuButtonProps {
  /** For screen readers where the button is an icon alone. */
  readonly label: string
  readonly icon?: ReactNode
  readonly children?: ReactNode
  readonly actions: readonly MenuAction[]
  readonly look?: 'plain' | 'quiet'
}

export function MenuButton({ label, icon, children, actions, look = 'plain' }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button look={look} icon={icon} {...(children ? {} : { 'aria-label': label })}>
        {children}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" aria-label={label} items={actions}>
          {(action) => (
            <MenuItem
              id={action.id}
              textValue={action.name}
              className={action.danger ? 'option danger' : 'option'}
              isDisabled={action.disabled ?? false}
              onAction={action.onAction}
            >
              {action.icon && <span className="option-mark">{action.icon}</span>}
              <span className="option-words">{action.name}</span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
