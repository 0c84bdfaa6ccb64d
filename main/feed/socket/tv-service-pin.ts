// TVs are told the PIN of their service menu, as a hash. A preview is no TV.
import type { StopListening } from '../add-listener.ts'
import type { ServicePin } from '../screens/service-pin.ts'
import type { Tv, Tvs } from './tv-state.ts'

interface ServicePinParts {
  readonly servicePin: Pick<ServicePin, 'hashed' | 'onChange'>
}

export const sendServicePin = async (tv: Tv, { servicePin }: ServicePinParts): Promise<void> => {
  if (tv.data.preview === null && tv.data.reads) tv.emit('service-pin', await servicePin.hashed())
}

export const sendServicePinAnew = (tvs: Tvs, parts: ServicePinParts): StopListening =>
  parts.servicePin.onChange(() => {
    for (const tv of tvs.sockets.values()) void sendServicePin(tv, parts)
  })
