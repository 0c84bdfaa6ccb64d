/** A playlist for each wall and for each of the week's meetings, and one for each folder and role. */
export const playlistsText = `
playlists:
  # The walls, and the week's meetings
  - id: main-wall
    name: Main wall
    items:
      - { board: enterprise-bookings, seconds: 20 }
      - { board: mid-market-bookings, seconds: 20 }
      - { board: whole-org, seconds: 20 }
      - { board: enterprise-work, seconds: 20 }
      - { board: enterprise-plan, seconds: 15 }
      - { board: latest-wins, seconds: 20 }
      - { board: thank-you, seconds: 20 }
      - { board: pipeline-hygiene, seconds: 20 }
      - { board: enterprise-funnel, seconds: 20 }
      - { board: enterprise-results, seconds: 25 }
      - { board: enterprise-together, seconds: 20 }
      - { board: enterprise-to-go, seconds: 15 }
      - { board: enterprise-meetings, seconds: 15 }
      - { board: mid-market-pipeline, seconds: 15 }
      - { board: sdr-pipeline, seconds: 15 }
      - { board: enterprise-spotlight, seconds: 15 }
      - { board: enterprise-mid-market, seconds: 15 }
      - { board: enterprise-race, seconds: 20 }
      - { board: quarter-end, seconds: 10 }
      - { board: over-the-line, seconds: 15 }
      - { board: meetings-month, seconds: 15 }
      - { board: winners, seconds: 15 }
      - { board: player, seconds: 20 }
  - id: sdr-wall
    name: SDR wall
    items:
      - { board: sdr-dials, seconds: 20 }
      - { board: power-hour, seconds: 20 }
      - { board: sdr-plan, seconds: 20 }
      - { board: sdr-work, seconds: 20 }
      - { board: sdr-leads, seconds: 15 }
      - { board: sdr-together, seconds: 20 }
      - { board: sdr-pipeline, seconds: 20 }
      - { board: sdr-booked, seconds: 15 }
      - { board: sdr-opportunities, seconds: 15 }
      - { board: sdr-improving, seconds: 15 }
      - { board: sdr-spotlight, seconds: 15 }
      - { board: aaliyah-mateo, seconds: 15 }
      - { board: sdr-race, seconds: 15 }
      - { board: dials-over-the-line, seconds: 15 }
      - { board: pipeline-race, seconds: 15 }
  - id: monday-review
    name: Monday review
    items:
      - { board: floor-results, seconds: 40 }
      - { board: team-race, seconds: 30 }
      - { board: offices, seconds: 30 }
      - { board: latest-wins, seconds: 30 }
      - { board: quarter-end, seconds: 20 }
      - { board: pipeline-race, seconds: 40 }
      - { board: team-results, seconds: 30 }
      - { board: enterprise-bookings, seconds: 30 }
      - { board: mid-market-bookings, seconds: 30 }
      - { board: mid-market-last-week, seconds: 30 }
      - { board: pipeline-hygiene, seconds: 30 }
      - { board: enterprise-funnel, seconds: 30 }
      - { board: mid-market-funnel, seconds: 30 }
      - { board: meetings-over-the-line, seconds: 20 }
  - id: mid-week-check
    name: Mid-week check-in
    items:
      - { board: enterprise-check-in, seconds: 40 }
      - { board: sdr-check-in, seconds: 40 }
      - { board: floor-results, seconds: 30 }
  - id: reception
    name: Reception
    items:
      - { board: floor-results, seconds: 20 }
      - { board: latest-wins, seconds: 20 }
      - { board: over-the-line, seconds: 15 }
  - id: out-of-hours
    name: Out of hours
    items: [{ board: after-hours, seconds: 60 }]

  # The folders: give one to a screen of your own
  - id: accountability-ae
    name: "Accountability, AE"
    items:
      - { board: enterprise-work, seconds: 25 }
      - { board: enterprise-plan, seconds: 20 }
      - { board: mid-market-work, seconds: 25 }
      - { board: pipeline-hygiene, seconds: 20 }
      - { board: meetings-over-the-line, seconds: 15 }
  - id: accountability-sdr
    name: "Accountability, SDR"
    items:
      - { board: sdr-work, seconds: 25 }
      - { board: sdr-plan, seconds: 25 }
      - { board: sdr-leads, seconds: 15 }
      - { board: sdr-improving, seconds: 15 }
      - { board: dials-over-the-line, seconds: 15 }
  - id: results-ae
    name: "Results, AE"
    items:
      - { board: enterprise-bookings, seconds: 20 }
      - { board: mid-market-bookings, seconds: 20 }
      - { board: enterprise-meetings, seconds: 20 }
      - { board: mid-market-pipeline, seconds: 20 }
      - { board: enterprise-results, seconds: 20 }
      - { board: enterprise-together, seconds: 20 }
      - { board: enterprise-to-go, seconds: 20 }
      - { board: enterprise-funnel, seconds: 20 }
      - { board: mid-market-funnel, seconds: 20 }
      - { board: enterprise-race, seconds: 20 }
      - { board: enterprise-mid-market, seconds: 20 }
      - { board: over-the-line, seconds: 20 }
      - { board: latest-wins, seconds: 20 }
  - id: results-sdr
    name: "Results, SDR"
    items:
      - { board: sdr-dials, seconds: 20 }
      - { board: sdr-pipeline, seconds: 20 }
      - { board: sdr-opportunities, seconds: 20 }
      - { board: sdr-booked, seconds: 20 }
      - { board: sdr-results, seconds: 20 }
      - { board: sdr-together, seconds: 20 }
      - { board: sdr-race, seconds: 20 }
      - { board: aaliyah-mateo, seconds: 20 }
  - id: birds-eye-ae
    name: "Bird's-eye, AE"
    items:
      - { board: whole-org, seconds: 30 }
      - { board: floor-results, seconds: 25 }
      - { board: team-results, seconds: 25 }
      - { board: team-race, seconds: 25 }
  - id: birds-eye-sdr
    name: "Bird's-eye, SDR"
    items:
      - { board: offices, seconds: 30 }
      - { board: pipeline-race, seconds: 25 }

screens:
  - { id: main-wall, name: Main wall, playlist: main-wall, schedule: [{ playlist: monday-review, days: [monday], hours: { from: "09:00", to: "09:45" } }, { playlist: mid-week-check, days: [wednesday], hours: { from: "13:00", to: "13:30" } }] }
  - { id: sdr-wall, name: SDR wall, playlist: sdr-wall }
  - { id: reception, name: Reception, playlist: reception, schedule: [{ playlist: out-of-hours, days: [saturday, sunday] }, { playlist: out-of-hours, hours: { from: "00:00", to: "08:30" } }, { playlist: out-of-hours, hours: { from: "18:00", to: "24:00" } }] }
`
