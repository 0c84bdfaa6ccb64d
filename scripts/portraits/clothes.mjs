// What is worn below the chin. Drawn in the 200 by 230 of a bust.

/** `top` and `under` are colours. */
export const collars = {
  crew: () => '<path d="M76 160q24 26 48 0l8 4q-32 36-64 0Z" fill="#000" opacity=".18"/>',
  /** @param {string} _top @param {string} under */
  shirt: (_top, under) =>
    `<path d="M78 158l22 26-18 18-20-38ZM122 158l-22 26 18 18 20-38Z" fill="${under}"/>` +
    '<path d="M100 184v50" stroke="#000" stroke-opacity=".15" stroke-width="3"/>',
  /** @param {string} _top @param {string} under */
  blazer: (_top, under) =>
    `<path d="M76 160l24 34 24-34 6 2-18 70H88L70 162Z" fill="${under}"/>` +
    '<path d="M74 160l-20 14 14 20-6 8 34 32ZM126 160l20 14-14 20 6 8-34 32Z" fill="#000" opacity=".22"/>',
  vneck: () => '<path d="M76 160l24 34 24-34 6 4-30 42-30-42Z" fill="#000" opacity=".2"/>',
  /** @param {string} top */
  turtle: (top) =>
    `<path d="M74 146q26 14 52 0l3 22q-29 18-58 0Z" fill="${top}"/>` +
    '<path d="M74 146q26 14 52 0" stroke="#000" stroke-opacity=".12" stroke-width="3" fill="none"/>',
}

/** How far down an open collar shows the neck. @type {Readonly<Partial<Record<keyof typeof collars, number>>>} */
export const openings = { vneck: 30, blazer: 14 }
