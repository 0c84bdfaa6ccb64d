// Announcements in the states that somebody has looked at.
import type {
  AnnouncementView,
  TextBlock,
  TextItem,
  TextRun,
} from '../../../shared/wire/boards/announcement-board.ts'
import { pictureTime } from '../samples/floor.ts'
import { awkwardNames } from '../samples/people.ts'

const hour = 3_600_000
const day = 24 * hour

/** `**` around a part makes it bold. */
const runs = (text: string): TextRun[] =>
  text
    .split('**')
    .map((part, index) => ({ text: part, bold: index % 2 === 1, italic: false }))
    .filter((run) => run.text !== '')

const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', runs: runs(text) })
const heading = (text: string): TextBlock => ({ kind: 'heading', runs: runs(text) })
const list = (...items: readonly (string | TextItem)[]): TextBlock => ({
  kind: 'list',
  items: items.map((item) => (typeof item === 'string' ? { level: 0, mark: '•', runs: runs(item) } : item)),
})

const announcement = (id: string, part: Partial<AnnouncementView>): AnnouncementView => ({
  id,
  kind: 'announcement',
  title: 'Kick-off on Monday',
  scope: 'Northwind',
  window: { start: null, end: null, label: '', progress: '' },
  changedAt: null,
  awaits: null,
  text: [],
  picture: null,
  video: null,
  countdown: null,
  ...part,
})

const kickOff = [
  paragraph('Breakfast from **8:30** in the big room. Bring one deal you want help with.'),
  list(
    'What won last quarter, by **Priya**',
    'The new pricing, with time for questions',
    'Teams for the month',
  ),
]
const words =
  'Nobody reads a page from across the room, but now and then somebody writes one, and then it is still to be read by those who stop in front of it. '

export const views: readonly AnnouncementView[] = [
  announcement('announcement', {
    text: kickOff,
    picture: '/media/hills.jpg',
    countdown: { to: pictureTime + 2 * day + 18 * hour + 49 * 60_000, afterwards: null },
  }),
  announcement('announcement-text', { text: kickOff }),
  announcement('announcement-title', { title: 'There is cake in the kitchen' }),
  announcement('announcement-last-hour', {
    title: 'The quarter closes tonight',
    countdown: { to: pictureTime + 49 * 60_000 + 7000, afterwards: 'Closed. Thank you, all of you.' },
  }),
  announcement('announcement-over', {
    title: 'The quarter is closed',
    text: [paragraph('Numbers are final on **Wednesday**.')],
    countdown: { to: pictureTime - hour, afterwards: 'Thank you, all of you.' },
  }),
  announcement('announcement-tall', {
    title: 'Summer party',
    text: [paragraph('Friday, 6 PM, on the roof. Families welcome.')],
    picture: '/media/tall.jpg',
  }),
  announcement('announcement-film', {
    title: 'Our new product film',
    text: [paragraph('It goes out to customers on **Thursday**.')],
    picture: '/media/hills.jpg',
    video: '/media/ball.webm',
  }),
  // As walls tell of changed metrics and goals by themselves.
  announcement('announcement-changes', {
    title: 'What counts from now on',
    text: [
      heading('Conversations: counted anew'),
      paragraph(
        'From December 1. The days before stay as they were counted. Calls of less than three minutes told us nothing.',
      ),
      heading('Dials: goal 40 a day'),
      paragraph('Each SDR, from December 1. Until then 30. Two more phone lines are there.'),
      heading('E-mails: counted no more'),
      paragraph('Since November 16. What was counted stays.'),
    ],
  }),
  announcement('announcement-broken', {
    text: kickOff,
    picture: '/media/broken.jpg',
    video: '/media/broken.webm',
  }),
  announcement('announcement-long', {
    title: 'How we hand a customer over from sales to success, from the first of December on',
    text: [
      heading('What changes'),
      paragraph(words.repeat(2)),
      list(
        'The account executive books the first meeting',
        { level: 1, mark: '•', runs: runs('within **two days** of the signature') },
        { level: 0, mark: '1.', runs: runs(words) },
      ),
      heading('What does not'),
      paragraph(words),
    ],
  }),
  announcement('announcement-full', {
    title: 'How we hand over a customer',
    text: [paragraph(words.repeat(2)), list('Book the first meeting', 'Write down what was promised')],
    picture: '/media/hills.jpg',
    countdown: { to: pictureTime + 400 * day, afterwards: null },
  }),
  announcement('announcement-scripts', {
    title: awkwardNames[2] ?? '',
    scope: awkwardNames[0] ?? '',
    text: [
      paragraph('季度启动会将于星期一上午八点半在大会议室举行，请带上一个**需要帮助**的商机。'),
      paragraph('الاجتماع يوم الاثنين الساعة **8:30** في القاعة الكبيرة.'),
      list(...awkwardNames.slice(3)),
    ],
  }),
]
