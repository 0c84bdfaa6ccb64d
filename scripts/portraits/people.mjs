// How the invented people of the demo floor look, by their id there. Nobody real is meant.

/**
 * @typedef {keyof typeof import('./hair.mjs').hair} HairStyle
 * @typedef {keyof typeof import('./clothes.mjs').collars} Collar
 * @typedef {object} Person
 * @property {readonly [light: string, shade: string]} skin
 * @property {string} hairColour of a scarf, too
 * @property {HairStyle} hair
 * @property {string} top
 * @property {Collar} collar
 * @property {string} [under] what is seen below an open collar
 * @property {'stubble' | 'full' | 'moustache'} [beard]
 * @property {string} [beardColour] the hair's when left out
 * @property {string} [brow] the hair's colour when left out
 * @property {'square' | 'round'} [glasses]
 * @property {string} [earrings]
 * @property {'open' | 'closed'} [smile] open when left out
 */

const skins = /** @type {const} */ ({
  pale: ['#fbdcc4', '#ecb898'],
  fair: ['#f6cfae', '#e3ac86'],
  sand: ['#f1c19a', '#d99c72'],
  tan: ['#d9a074', '#bd8155'],
  brown: ['#b9794e', '#985d38'],
  deep: ['#8a5636', '#6c3f25'],
  dark: ['#6b4230', '#4f2e20'],
})
const gold = '#ffc34d'
const silver = '#f6f8ff'
const white = '#f2f4fb'

/** @type {Readonly<Record<string, Person>>} */
export const people = {
  // Enterprise
  'josephine-delacroix': {
    skin: skins.fair,
    hair: 'bun',
    hairColour: '#5b3a29',
    top: '#2b3f73',
    collar: 'blazer',
    under: white,
    earrings: gold,
    smile: 'closed',
  },
  'priya-raman': {
    skin: skins.brown,
    hair: 'long',
    hairColour: '#1b1216',
    top: '#b3204e',
    collar: 'blazer',
    under: '#fff3e2',
    earrings: gold,
  },
  'marcus-oyelaran': {
    skin: skins.dark,
    hair: 'fade',
    hairColour: '#120d0d',
    top: '#1f2a52',
    collar: 'blazer',
    under: silver,
    beard: 'full',
  },
  'elena-voss': {
    skin: skins.pale,
    hair: 'curly',
    hairColour: '#b4512a',
    top: '#174f4a',
    collar: 'crew',
    glasses: 'square',
    earrings: silver,
  },
  'tomas-herrera': {
    skin: skins.tan,
    hair: 'wavy',
    hairColour: '#2c1c14',
    top: '#e6e9f4',
    collar: 'shirt',
    under: '#2b8f86',
    beard: 'stubble',
  },
  'chen-meiling': {
    skin: skins.sand,
    hair: 'topknot',
    hairColour: '#17151c',
    top: '#efe6d8',
    collar: 'turtle',
    glasses: 'round',
  },
  'hana-sato': {
    skin: skins.pale,
    hair: 'bob',
    hairColour: '#1d1a22',
    top: '#27335f',
    collar: 'crew',
  },
  'grace-lindqvist': {
    skin: skins.fair,
    hair: 'straight',
    hairColour: '#e8bf6a',
    brow: '#a97b33',
    top: '#3f6fb5',
    collar: 'vneck',
  },

  // Mid-market
  'oluwaseun-adebayo': {
    skin: skins.dark,
    hair: 'fade',
    hairColour: '#15100f',
    top: '#5b3f8c',
    collar: 'shirt',
    under: white,
    beard: 'moustache',
    glasses: 'square',
  },
  'siobhan-ni-bhraonain': {
    skin: skins.pale,
    hair: 'straight',
    hairColour: '#8c3b1f',
    top: '#2f6b4f',
    collar: 'vneck',
    earrings: silver,
  },
  'lukasz-wisniewski': {
    skin: skins.fair,
    hair: 'wavy',
    hairColour: '#a87a45',
    brow: '#7d5829',
    top: '#45607f',
    collar: 'crew',
    beard: 'stubble',
    smile: 'closed',
  },
  'fatima-alzahraa': {
    skin: skins.tan,
    hair: 'hijab',
    hairColour: '#2f6f8f',
    brow: '#22160f',
    top: '#254f68',
    collar: 'crew',
  },
  'bartholomew-featherstonehaugh': {
    skin: skins.sand,
    hair: 'bald',
    hairColour: '#4b3527',
    top: '#5a4632',
    collar: 'blazer',
    under: '#e9edf8',
    beard: 'moustache',
    glasses: 'round',
  },
  'zoe-muller': {
    skin: skins.fair,
    hair: 'pixie',
    hairColour: '#3a2a22',
    top: '#c24d6a',
    collar: 'crew',
    earrings: silver,
  },
  'callum-reid': {
    skin: skins.pale,
    hair: 'wavy',
    hairColour: '#c2622d',
    top: '#35506e',
    collar: 'shirt',
    under: '#e9edf8',
  },
  'nguyen-minh-anh': {
    skin: skins.sand,
    hair: 'long',
    hairColour: '#191519',
    top: '#efe9dc',
    collar: 'vneck',
    earrings: gold,
    smile: 'closed',
  },

  // Sales development
  'devon-achebe': {
    skin: skins.deep,
    hair: 'locs',
    hairColour: '#171012',
    top: '#c9622e',
    collar: 'crew',
  },
  'aaliyah-washington': {
    skin: skins.deep,
    hair: 'afro',
    hairColour: '#1d1413',
    top: '#f2b63d',
    collar: 'crew',
    earrings: silver,
  },
  'mateo-garcia-nunez': {
    skin: skins.tan,
    hair: 'swept',
    hairColour: '#1c1413',
    top: '#d8563f',
    collar: 'shirt',
    under: white,
  },
  'kofi-mensah': {
    skin: skins.dark,
    hair: 'fade',
    hairColour: '#130e0d',
    top: '#7d8f3a',
    collar: 'turtle',
    glasses: 'round',
  },
  'sato-ken': {
    skin: skins.sand,
    hair: 'swept',
    hairColour: '#201c22',
    top: '#2a2f45',
    collar: 'crew',
    smile: 'closed',
  },
  'isabella-rossi': {
    skin: skins.sand,
    hair: 'curly',
    hairColour: '#3b241b',
    top: '#7c3f74',
    collar: 'vneck',
    earrings: gold,
  },
  'freya-hakansson': {
    skin: skins.pale,
    hair: 'bob',
    hairColour: '#e3c98a',
    brow: '#a98a48',
    top: '#25706b',
    collar: 'turtle',
  },
  'yusuf-demir': {
    skin: skins.tan,
    hair: 'swept',
    hairColour: '#2a1d18',
    top: '#f0f2fa',
    collar: 'crew',
    beard: 'full',
  },

  // Leaders
  'dana-kowalczyk': {
    skin: skins.sand,
    hair: 'pixie',
    hairColour: '#d9dce6',
    brow: '#8e8f9c',
    top: '#20253a',
    collar: 'blazer',
    under: white,
    earrings: gold,
  },
  'kwame-boateng': {
    skin: skins.deep,
    hair: 'bald',
    hairColour: '#241a18',
    top: '#33406b',
    collar: 'blazer',
    under: white,
    beard: 'full',
    beardColour: '#9a9ca6',
    glasses: 'square',
  },
}
