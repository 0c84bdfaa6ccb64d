// Fifty faces.
import type { Face } from '../../shared/wire/view-parts.ts'

const first = ['Priya', 'Marcus', 'Elena', 'Tomás', 'Grace', 'Devon', 'Hana', 'Ruben', 'Amara', 'Björn']
const last = ['Raman', 'Oyelaran', 'Voss', 'Herrera', 'Lindqvist']

export const people: readonly Face[] = last.flatMap((family, f) =>
  first.map((given, g) => ({
    name: `${given} ${family}`,
    short: `${given} ${family.charAt(0)}.`,
    initials: `${given.charAt(0)}${family.charAt(0)}`,
    hue: (f * first.length + g) % 8,
    photo: null,
  })),
)
