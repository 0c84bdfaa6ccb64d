/** What a brand-new data folder starts with: nobody in it yet, and valid. */
export const newFloorText = `# The floor file: people, teams, metrics, goals, boards, playlists and screens.
# \`floorboard init\` writes one that has all of them to begin with.
floor:
  name: New floor
  timeZone: UTC
  currency: USD
`
