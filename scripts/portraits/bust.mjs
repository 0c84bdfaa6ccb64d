// Head and shoulders of a person, flat, as an SVG without a background: the wall puts the person's own colour behind it.
import { collars, openings } from './clothes.mjs'
import { hair } from './hair.mjs'

const headPath = 'M62 84C62 54 78 38 100 38s38 16 38 46c0 38-18 61-38 61S62 122 62 84Z'

const beards = {
  stubble: {
    d: 'M64 98c2 30 16 46 36 46s34-16 36-46c-6 8-10 12-16 12-12-5-28-5-40 0-6 0-10-4-16-12Z',
    opacity: 0.82,
  },
  full: {
    d: 'M63 94c0 36 16 54 37 54s37-18 37-54c-5 10-8 14-15 15-14-5-30-5-44 0-7-1-10-5-15-15Z',
    opacity: 1,
  },
  moustache: {
    d: 'M80 112c8-8 16-6 20-3 4-3 12-5 20 3-8 5-14 4-20 2-6 2-12 3-20-2ZM92 136q8 12 16 0Z',
    opacity: 1,
  },
}

const frame = '#241d2c'
const glasses = {
  square: `<g fill="#fff" fill-opacity=".14" stroke="${frame}" stroke-width="4"><rect x="68" y="82" width="29" height="22" rx="8"/><rect x="103" y="82" width="29" height="22" rx="8"/><path d="M97 90h6M68 88l-7-2M132 88l7-2" fill="none"/></g>`,
  round: `<g fill="#fff" fill-opacity=".12" stroke="${frame}" stroke-width="3.6"><circle cx="83" cy="93" r="14"/><circle cx="117" cy="93" r="14"/><path d="M97 91q3-3 6 0M69 90l-8-3M131 90l8-3" fill="none"/></g>`,
}

const smiles = {
  open:
    '<path d="M85 116q15 4 30 0-2 16-15 16t-15-16Z" fill="#7a2230"/>' +
    '<path d="M87 117q13 3 26 0l-2 5q-11 2.4-22 0Z" fill="#fff"/>',
  closed:
    '<path d="M88 120q12 10 24 0" stroke="#7a2f2a" stroke-width="3.4" fill="none" stroke-linecap="round"/>',
}

/** @param {string} shade */
const ears = (shade) =>
  `<ellipse cx="61" cy="94" rx="8" ry="11" fill="${shade}"/><ellipse cx="139" cy="94" rx="8" ry="11" fill="${shade}"/>`

/** @param {string} colour */
const earrings = (colour) =>
  `<circle cx="60" cy="110" r="4.5" fill="${colour}"/><circle cx="140" cy="110" r="4.5" fill="${colour}"/>`

const eyes =
  '<ellipse cx="84" cy="93" rx="4.6" ry="5.6" fill="#1c1418"/><ellipse cx="116" cy="93" rx="4.6" ry="5.6" fill="#1c1418"/>' +
  '<circle cx="85.6" cy="91" r="1.6" fill="#fff"/><circle cx="117.6" cy="91" r="1.6" fill="#fff"/>'
const cheeks =
  '<circle cx="74" cy="111" r="9" fill="#ff6f61" opacity=".2"/><circle cx="126" cy="111" r="9" fill="#ff6f61" opacity=".2"/>'

/** @param {import('./people.mjs').Person} person */
const shoulders = ({ skin: [light, shade], top, collar, under = '#fff' }) => {
  const opening = openings[collar]
  return [
    `<path d="M8 240C10 192 36 174 76 163h48c40 11 66 29 68 77Z" fill="${top}"/>`,
    '<path d="M124 163c40 11 66 29 68 77h-50c4-30-2-52-18-77Z" fill="#000" opacity=".12"/>',
    `<path d="M79 122h42v40q-21 22-42 0Z" fill="${shade}"/>`,
    opening === undefined ? '' : `<path d="M79 150h42l2 12-23 ${opening}-23-${opening}Z" fill="${light}"/>`,
    collars[collar](top, under),
  ].join('')
}

/** @param {import('./people.mjs').Person} person */
const face = ({
  skin: [light, shade],
  hairColour,
  brow = hairColour,
  beard,
  beardColour = hairColour,
  smile,
}) => {
  const mouth = beard === 'moustache' ? 'closed' : (smile ?? 'open')
  return [
    `<path d="${headPath}" fill="${light}"/>`,
    '<g clip-path="url(#head)">',
    `<path d="M104 30h50v130h-60c22-20 30-70 10-130Z" fill="${shade}" opacity=".32"/>`,
    beard ? `<path d="${beards[beard].d}" fill="${beardColour}" opacity="${beards[beard].opacity}"/>` : '',
    cheeks,
    '</g>',
    eyes,
    `<path d="M75 80q9-6 17-2M108 78q8-4 17 2" stroke="${brow}" stroke-width="4" stroke-linecap="round" fill="none"/>`,
    `<path d="M100 95q-4 11-2 14 3 2 6 0" stroke="${shade}" stroke-width="3" fill="none" stroke-linecap="round"/>`,
    smiles[mouth],
  ].join('')
}

/** Square, so many pixels wide; the shoulders leave it below. @param {import('./people.mjs').Person} person @param {number} size */
export const portrait = (person, size) => {
  const { back, front } = hair[person.hair](person.hairColour)
  const [, shade] = person.skin
  const isCovered = person.hair === 'hijab'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 200 200">`,
    `<defs><clipPath id="head"><path d="${headPath}"/></clipPath></defs>`,
    '<g transform="translate(-5 -1) scale(1.05)">',
    back,
    shoulders(person),
    isCovered
      ? `<path d="M60 136c-6 14-14 22-20 30 20 22 100 22 120 0-6-8-14-16-20-30-20 24-60 24-80 0Z" fill="${person.hairColour}"/>`
      : ears(shade),
    person.earrings && !isCovered ? earrings(person.earrings) : '',
    face(person),
    front,
    person.glasses ? glasses[person.glasses] : '',
    '</g></svg>',
  ].join('')
}
