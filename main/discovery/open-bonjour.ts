import { Bonjour } from 'bonjour-service'

/**
 * @param address of this machine's network card to speak and listen on; undefined leaves it to the system
 * @param onError of the network, which may be away; nothing is thrown
 */
export function openBonjour(address: string | undefined, onError: (error: Error) => void): Bonjour {
  if (address === undefined) return new Bonjour({}, onError)
  // Its types do not name what it hands on to its socket. Bound to the card's address, that would hear no multicast.
  return new Bonjour(Object.assign({ name: serviceName }, { interface: address, bind: '0.0.0.0' }), onError)
}

const serviceName = 'floorboard'
