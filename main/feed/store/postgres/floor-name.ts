// The name of a floor is the host name by which people reach it, as browsers say it: in lower case, and in ASCII (IDNA).
import { BadSetUp } from '../../bad-set-up.ts'

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const longest = 253

/** Throws `BadSetUp` for what is no host name, such as an address with a port. */
export const readFloorName = (text: string): string => {
  const url =
    /[\s/?#@\\:[\]%]/.test(text) || !URL.canParse(`http://${text}`) ? null : new URL(`http://${text}`)
  const name = url?.hostname.replace(/\.$/, '') ?? ''
  const isAddress = /^[\d.]+$/.test(name)
  if (isAddress || name.length > longest || !name.split('.').every((part) => label.test(part)))
    throw new BadSetUp(
      `"${text}" is no host name: a floor is called as people reach it, such as sales.acme.example, without https:// and without a port.`,
    )
  return name
}
