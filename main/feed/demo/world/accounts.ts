// Customers, none of them real.
import type { Random } from './random.ts'

const first = [
  'Alderbrook', 'Amberlane', 'Ashgrove', 'Bluefern', 'Brightwater', 'Calloway', 'Cedarline', 'Copperfield', 'Dovetail',
  'Eastmoor', 'Emberwood', 'Fairhaven', 'Foxglove', 'Glenrock', 'Greyfriars', 'Harborview', 'Hazelmere', 'Ironbridge',
  'Juniper', 'Kestrel', 'Kingsway', 'Larkspur', 'Lindenhall', 'Marlowe', 'Meridian', 'Northfold', 'Oakhurst', 'Orchard',
  'Palisade', 'Quarry Hill', 'Redwater', 'Rowan', 'Saltmarsh', 'Silverbirch', 'Stonegate', 'Tidewater', 'Umbra', 'Vale',
  'Westbourne', 'Windrush',
] // biome-ignore format: a list to skim, not to scroll
const second = [
  'Foods', 'Logistics', 'Health', 'Insurance', 'Energy', 'Media', 'Robotics', 'Pharma', 'Textiles', 'Airways', 'Retail',
  'Capital', 'Motors', 'Hotels', 'Biotech', 'Shipping', 'Foundry', 'Schools', 'Telecom', 'Gardens',
] // biome-ignore format: a list to skim, not to scroll

export const pickAccount = (random: Random): string =>
  `${random.pick(first) ?? ''} ${random.pick(second) ?? ''}`
