// Hair and what is worn over it: what lies behind the head, and what lies before it. Drawn in the 200 by 230 of a bust.

/** @typedef {{ readonly back: string, readonly front: string }} Hair */
/** @param {string} d @param {string} colour */
const shape = (d, colour) => `<path d="${d}" fill="${colour}"/>`

/** @param {readonly (readonly [x: number, y: number, r: number])[]} discs @param {string} colour */
const discs = (discs, colour) =>
  `<g fill="${colour}">${discs.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join('')}</g>`

export const hair = {
  /** @param {string} colour */
  bob: (colour) => ({
    back: shape(
      'M48 96C44 48 68 22 100 22s56 26 52 74c-1 22 2 40 4 48-16 8-96 8-112 0 3-10 5-26 4-48Z',
      colour,
    ),
    front: shape(
      'M60 88C58 56 74 34 100 34s42 22 40 54c-4-12-8-18-12-20-18 8-44 8-56 2-6 4-10 8-12 18Z',
      colour,
    ),
  }),
  /** @param {string} colour */
  long: (colour) => ({
    back: shape(
      'M50 92C46 46 68 20 102 20s54 28 50 72c-2 30 14 52 10 92-24 14-100 14-124 0-4-40 14-62 12-92Z',
      colour,
    ),
    front: shape('M60 92C58 60 74 36 104 34c24 0 40 24 37 58-8-14-16-26-26-38-10 16-34 20-55 38Z', colour),
  }),
  /** @param {string} colour */
  straight: (colour) => ({
    back: shape(
      'M52 92C48 46 70 22 100 22s52 24 48 70c-1 30 2 60 4 84-22 8-82 8-104 0 2-24 5-54 4-84Z',
      colour,
    ),
    front: shape('M60 92C58 60 74 36 96 34c28-2 48 24 45 58-14-8-26-22-34-38-8 16-30 26-47 38Z', colour),
  }),
  /** @param {string} colour */
  curly: (colour) => ({
    back: discs(
      [
        [56, 78, 24],
        [68, 48, 25],
        [100, 36, 27],
        [132, 48, 25],
        [145, 78, 24],
        [148, 108, 22],
        [53, 108, 22],
        [142, 134, 18],
        [58, 134, 18],
      ],
      colour,
    ),
    front: discs(
      [
        [74, 52, 16],
        [94, 44, 17],
        [116, 46, 17],
        [132, 58, 13],
        [63, 68, 11],
      ],
      colour,
    ),
  }),
  /** @param {string} colour */
  bun: (colour) => ({
    back:
      discs([[134, 36, 23]], colour) +
      shape('M57 92C54 50 72 26 100 26s46 24 43 66c-4 20-82 20-86 0Z', colour),
    front: shape('M60 88C58 58 76 36 102 36s40 22 38 52c-6-14-14-22-22-26-20 6-44 8-58 26Z', colour),
  }),
  /** @param {string} colour */
  topknot: (colour) => ({
    back:
      discs([[100, 16, 21]], colour) +
      shape('M57 96C52 52 72 28 100 28s48 24 43 68c-4 22-82 22-86 0Z', colour),
    front: shape('M60 86C59 56 76 36 100 36s41 20 40 50c-10-20-24-28-40-28s-30 8-40 28Z', colour),
  }),
  /** @param {string} colour */
  pixie: (colour) => ({
    back: shape('M55 98C46 50 70 20 104 22c32 2 48 30 41 74-2 14-6 22-10 26H66c-6-6-9-14-11-24Z', colour),
    front:
      shape(
        'M58 92C54 54 76 30 106 32c24 0 40 22 36 58-4-8-8-14-12-18-22 4-44-4-54-14-4 12-10 20-18 34Z',
        colour,
      ) +
      '<path d="M76 58c14 12 34 16 54 14" stroke="#000" stroke-opacity=".16" stroke-width="2.5" fill="none"/>',
  }),
  /** @param {string} colour */
  swept: (colour) => ({
    back: '',
    front: shape(
      'M59 84C55 54 72 28 106 30c26 0 40 20 35 54-3-8-6-13-10-17-22 4-42-2-52-10-5 10-12 15-20 27Z',
      colour,
    ),
  }),
  /** @param {string} colour */
  wavy: (colour) => ({
    back: '',
    front: shape(
      'M58 84c-6-12-2-28 8-36 2-12 18-20 32-18 14-8 34-2 40 12 10 8 10 28 4 42-4-8-6-16-8-20-10 2-18-2-24-6-10 8-30 10-42 4-6 6-8 12-10 22Z',
      colour,
    ),
  }),
  /** @param {string} colour */
  fade: (colour) => ({
    back: '',
    front: shape(
      'M61 80c-2-30 16-46 39-46s41 16 39 46c-3-10-6-16-8-22-18-6-44-6-62 0-2 6-5 12-8 22Z',
      colour,
    ),
  }),
  /** @param {string} colour */
  locs: (colour) => ({
    back: `<path d="M60 60Q42 92 48 138M70 48Q48 70 54 120M142 60Q158 92 152 138M132 48Q154 70 147 120" fill="none" stroke="${colour}" stroke-width="13" stroke-linecap="round"/>`,
    front:
      shape(
        'M60 82C58 52 74 32 100 32s42 20 40 50c-6-12-12-18-18-22-16 4-30 4-44 0-8 4-14 10-18 22Z',
        colour,
      ) +
      discs(
        [
          [100, 28, 16],
          [84, 34, 10],
          [117, 34, 10],
        ],
        colour,
      ),
  }),
  /** @param {string} colour */
  afro: (colour) => ({
    back: discs([[100, 70, 60]], colour),
    front: shape(
      'M58 88c0-32 16-52 42-52s42 20 42 52c-6-12-10-16-18-20-16 4-32 4-48 0-8 4-12 8-18 20Z',
      colour,
    ),
  }),
  /** What is left at the sides, and light on the crown. @param {string} colour */
  bald: (colour) => ({
    back: '',
    front:
      shape('M62 92c-2-8-2-14-1-22 3 6 5 12 5 22ZM138 92c2-8 2-14 1-22-3 6-5 12-5 22Z', colour) +
      '<path d="M80 48q12-8 26-5" stroke="#fff" stroke-opacity=".35" stroke-width="5" fill="none" stroke-linecap="round"/>',
  }),
  /** A scarf, which leaves the face free. @param {string} colour */
  hijab: (colour) => ({
    back: shape(
      'M44 96C40 44 66 18 100 18s60 26 56 78c-1 20 6 38 10 62 2 16-134 16-132 0 4-24 11-42 10-62Z',
      colour,
    ),
    front:
      `<path d="M100 30c-32 0-44 26-42 56 2 36 18 64 42 64s40-28 42-64c2-30-10-56-42-56Zm0 14c24 0 34 18 33 44-2 30-14 52-33 52s-31-22-33-52c-1-26 9-44 33-44Z" fill="${colour}" fill-rule="evenodd"/>` +
      '<path d="M60 132c20 24 50 30 84 8" stroke="#000" stroke-opacity=".22" stroke-width="4" fill="none"/>',
  }),
}
