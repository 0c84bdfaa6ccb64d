/** Sets properties of an object that is the platform's, and puts back what was there. */
export const replace = (target: object, values: Readonly<Record<string, unknown>>): (() => void) => {
  const before = Object.keys(values).map(
    (name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const,
  )
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
  return () => {
    for (const [name, descriptor] of before) {
      Reflect.deleteProperty(target, name)
      if (descriptor) Object.defineProperty(target, name, descriptor)
    }
  }
}
