/** The product did what it must never do. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

export const must = (holds: boolean, otherwise: () => string): void => {
  if (!holds) throw new Violation(otherwise())
}
