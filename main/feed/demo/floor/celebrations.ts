/** What the demo's wall lights up for: every kind of trigger, each on a figure that moves while somebody watches. */
export const celebrationsText = `
celebrations:
  # Deals
  - { id: big-deal, name: Big deal, on: { over: 60000, where: [{ field: status, is: won }] }, sound: gong, priority: 4, seconds: 16, tell: [deal-desk] }
  - id: big-for-us
    name: A big one for us
    on: { over: { percentile: 0.9, of: role }, where: [{ field: status, is: won }, { field: product, isNot: Extra seats }] }
    sound: bell
    priority: 4
    tell: [deal-desk]
  - { id: first-deal, name: First deal, on: { first: ever }, sound: fanfare, priority: 5 }
  - { id: back-again, name: Back in the game, on: { afterDays: 45, where: [{ field: status, is: won }, { field: product, isNot: Extra seats }] }, sound: chime, seconds: 8, priority: 2 }

  # Figures
  - { id: quarter-goal, name: Quarter goal reached, on: { metric: bookings, window: quarter, crosses: goal }, sound: fanfare, priority: 5 }
  - { id: dials-goal, name: Dials for the day, on: { metric: dials, window: day, crosses: goal }, sound: chime, seconds: 8, screens: [sdr-wall], priority: 1 }
  - { id: everybody-dialled, name: All of us, on: { metric: dials, window: day, crosses: everybody }, team: sales-development, sound: crowd, priority: 4 }
  - { id: dials-record, name: Record day, on: { metric: dials, window: day, crosses: { record: personal } }, role: sdr, sound: fanfare, screens: [sdr-wall] }
  - { id: dials-streak, name: On a streak, on: { metric: dials, window: day, crosses: { streak: 5 } }, role: sdr, sound: chime, seconds: 8, screens: [sdr-wall], priority: 2 }
  - { id: new-leader, name: New number one, on: { metric: meetings-booked, window: week, crosses: first-place }, role: sdr, sound: bell, seconds: 8, screens: [sdr-wall], priority: 2 }
  - id: meetings-ladder
    name: Meetings this week
    on:
      metric: meetings-booked
      window: week
      of: team
      crosses:
        ladder:
          - { at: { share: 0.5 }, reward: Coffee from the good place }
          - { at: { share: 0.8 }, reward: Lunch is on the house }
          - { at: { share: 1 }, reward: Friday off at three }
    team: sales-development
    sound: crowd
    priority: 4

  # People
  - { id: birthdays, name: Happy birthday, on: { day: birthday, at: "10:00" }, sound: chime, seconds: 10 }
  - { id: anniversaries, name: Thank you, on: { day: anniversary, at: "10:15" }, sound: chime, seconds: 10 }
  - { id: first-days, name: Welcome, on: { day: first-day, at: "09:30" }, sound: chime, seconds: 10 }

# Who hears of a big deal. They are as invented as everybody else, and so are their addresses: put your own in their place, or
# a channel of a connection. On the console, whoever may see what leaders see says well done there.
alerts:
  - id: deal-desk
    name: Deal desk
    leaders:
      - { name: Dana Kowalczyk, title: VP Sales, email: dana.kowalczyk@northlight.example, photo: /media/portraits/dana-kowalczyk.webp }
      - { name: Kwame Boateng, title: CEO, email: kwame.boateng@northlight.example, photo: /media/portraits/kwame-boateng.webp }
    remindAfterHours: 4
`
