// The small code at a board's foot: on a phone it explains the board's numbers. Drawn where the stage says that there is one.
import { createContext, useContext } from 'react'
import { QrCode } from '../../ui/qr-code.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import './foot-code.css'

export type FootCodes = Readonly<Record<string, string>>

const none: FootCodes = {}
const Context = createContext<FootCodes>(none)

/** By board: where its code leads. */
export const FootCodesProvider = Context.Provider
export const noFootCodes = none

export const FootCode = ({ board }: { readonly board: string }) => {
  const codes = useContext(Context)
  const { say } = useSurroundings().format
  const address = Object.hasOwn(codes, board) ? codes[board] : undefined
  if (address === undefined) return null
  return (
    <QrCode
      className="foot-code"
      ecc="L"
      text={address}
      label={say({ id: 'board.foot-code', defaultMessage: 'How these numbers come about, on a phone' })}
    />
  )
}
