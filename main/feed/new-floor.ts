/** The floor of a new data folder: valid, with nobody on it yet. */
export const newFloorText = `# The floor file: people, teams, metrics, goals, boards, playlists and screens.
# \`floorboard init\` writes one that has all of them to begin with.
floor:
  name: New floor
  timeZone: UTC
  currency: USD
`
