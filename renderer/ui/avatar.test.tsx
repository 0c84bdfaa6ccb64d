// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderOnWall } from '../../test/renderer/render-on-wall.tsx'
import { Avatar } from './avatar.tsx'

const priya = { initials: 'PR', hue: 3, photo: '/media/priya.jpg', reached: false } as const
const photoIn = (container: HTMLElement): HTMLImageElement | null => container.querySelector('img')

test('a photo on the feed is fetched from the feed, and says nothing that the name beside it does not', () => {
  const photo = photoIn(renderOnWall(<Avatar {...priya} />).container)
  expect(photo?.src).toBe('http://feed/media/priya.jpg')
  expect(photo?.alt).toBe('')
})

test('a screen with a token shows it to its feed, and to nobody else', () => {
  const token = 'fb_screen_1+2'
  const onFeed = (photo: string) =>
    photoIn(renderOnWall(<Avatar {...priya} photo={photo} />, { token }).container)
  expect(onFeed('/media/priya.jpg')?.src).toBe('http://feed/media/priya.jpg?token=fb_screen_1%2B2')
  expect(onFeed('/media/priya.jpg?2#t')?.src).toBe('http://feed/media/priya.jpg?2&token=fb_screen_1%2B2#t')
  expect(onFeed('https://photos.example/priya.jpg')?.src).toBe('https://photos.example/priya.jpg')
})

test('a photo elsewhere is fetched from there', () => {
  const elsewhere = 'https://photos.example/priya.jpg'
  expect(photoIn(renderOnWall(<Avatar {...priya} photo={elsewhere} />).container)?.src).toBe(elsewhere)
})

test('a photo that cannot be loaded gives way to initials, until there is another', () => {
  const { container, queryByText, rerender } = renderOnWall(<Avatar {...priya} />)
  const photo = photoIn(container)
  if (!photo) throw new Error('no photo')
  fireEvent.error(photo)
  expect(photoIn(container)).toBeNull()
  expect(queryByText('PR')).not.toBeNull()
  rerender(<Avatar {...priya} photo="/media/priya-2.jpg" />)
  expect(photoIn(container)?.src).toBe('http://feed/media/priya-2.jpg')
})

test('who has no photo has initials', () => {
  const { container, queryByText } = renderOnWall(<Avatar {...priya} photo={null} />)
  expect(photoIn(container)).toBeNull()
  expect(queryByText('PR')).not.toBeNull()
})

test('a goal that is reached is marked', () => {
  const marked = (reached: boolean) =>
    renderOnWall(<Avatar {...priya} reached={reached} />).container.querySelector('.avatar[data-reached]') !==
    null
  expect([marked(false), marked(true)]).toEqual([false, true])
})

test('[B241] where a face is large, whoever has no photo is a figure and no initials', () => {
  const large = renderOnWall(<Avatar {...priya} photo={null} isLarge />)
  expect(large.container.querySelector('.avatar-figure')).not.toBeNull()
  expect(large.queryByText('PR')).toBeNull()
  const small = renderOnWall(<Avatar {...priya} photo={null} />)
  expect(small.container.querySelector('.avatar-figure')).toBeNull()
})
