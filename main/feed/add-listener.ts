// Who listens for as long as a server is open goes with it; what they listen to stays.

export type StopListening = () => void

export const addListener = <Listener>(listeners: Set<Listener>, listener: Listener): StopListening => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
