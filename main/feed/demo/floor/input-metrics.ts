/** Leading numbers: what is in a rep's own hands today. */
export const inputMetricsText = `
metrics:
  # Activity: how much is done?
  - id: dials
    name: Dials
    noun: dials
    objective: How many times did we pick up the phone?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, is: call }], date: at }
  - id: conversations
    name: Conversations
    noun: conversations
    objective: How many of those calls reached somebody who talked to us?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, is: call }, { field: outcome, is: conversation }], date: at }
  - id: emails
    name: E-mails
    noun: e-mails
    objective: How many people did we write to, one by one?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, is: email }], date: at }
  - id: meetings-booked
    name: Meetings booked
    noun: booked
    objective: How many conversations became a first meeting for an account executive?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, is: meeting-booked }], date: at }
  - id: meetings-held
    name: Meetings held
    noun: meetings
    objective: How often did we sit down with a customer?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, is: meeting }, { field: outcome, is: held }], date: at }
  - id: customer-touches
    name: Customer touches
    noun: touches
    objective: How often did a customer hear from us, in whatever way?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, in: [call, email, meeting] }], date: at }
  - id: deal-touches
    name: Deal touches
    noun: touches
    objective: How much of the work went into deals that are already open?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, in: [call, email, meeting] }, { field: deal, exists: true }], date: at }
  - id: coaching-sessions
    name: Coaching sessions
    noun: sessions
    objective: How often did a lead sit beside a rep?
    indicator: input
    question: activity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, is: coaching }], date: at }
  - id: prospecting-points
    name: Prospecting points
    noun: points
    objective: How much prospecting was done when a conversation is worth five dials and a booked meeting twenty-five?
    indicator: input
    question: activity
    unit: points
    window: week
    of: { points: [[dials, 1], [conversations, 5], [meetings-booked, 25]] }
  - id: conversation-rate
    name: Conversation rate
    objective: How many dials reach somebody who talks to us?
    indicator: input
    question: activity
    unit: percent
    window: last 28 days
    of: { ratio: [conversations, dials] }
  - id: booking-rate
    name: Booking rate
    objective: How many conversations end with a meeting in the calendar?
    indicator: input
    question: activity
    unit: percent
    window: last 28 days
    of: { ratio: [meetings-booked, conversations] }

  # Pipeline hygiene: is the pipeline being worked?
  - id: untouched-deals
    name: Untouched deals
    noun: untouched
    objective: Which open deals has nobody worked on for more than two weeks?
    indicator: input
    question: pipeline-hygiene
    unit: count
    better: lower
    window: older than 14 days
    of: { from: deal, where: [{ field: status, is: open }], date: lastActivityAt }
  - id: past-close-date
    name: Past close date
    noun: overdue
    objective: Which open deals should have closed by now?
    indicator: input
    question: pipeline-hygiene
    unit: count
    better: lower
    window: overdue
    of: { from: deal, where: [{ field: status, is: open }], date: expectedCloseOn }
  - id: no-next-step
    name: No next step
    noun: without a next step
    objective: With which open deals did nobody agree what happens next?
    indicator: input
    question: pipeline-hygiene
    unit: count
    better: lower
    window: all
    of: { from: deal, where: [{ field: status, is: open }, { field: fields.nextStepOn, exists: false }], date: createdAt }
  - id: slipped-deals
    name: Slipped deals
    noun: slipped
    objective: How many deals that should close in the quarter have been put off before?
    indicator: input
    question: pipeline-hygiene
    unit: count
    better: lower
    window: quarter
    of: { from: deal, where: [{ field: status, is: open }, { field: fields.slips, atLeast: 1 }], date: expectedCloseOn }

  # Pipeline velocity: does it move?
  - id: deals-advanced
    name: Deals advanced
    noun: advanced
    objective: How many deals moved on to a later stage?
    indicator: input
    question: pipeline-velocity
    unit: count
    window: week
    of: { from: activity, where: [{ field: kind, is: deal.advanced }], date: at }
`
