import type { ServicePin } from '../../main/feed/screens/service-pin.ts'

/** Of a feed whose TVs have no service menu: its hash never comes, and costs no time. */
export const noServicePin: Pick<ServicePin, 'hashed' | 'onChange'> = {
  hashed: () => new Promise(() => undefined),
  onChange: () => () => undefined,
}
