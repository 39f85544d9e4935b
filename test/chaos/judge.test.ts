import { expect, test } from 'vitest'
import { isClean, judge, type Seen } from './judge.ts'

const activity = (activityId: string, subject: string) => ({ activityId, subject })
const tie = (activityId: string, isUnlinked = false) => ({ activityId, isUnlinked })
const clean: Seen = {
  items: [
    { subject: 'marked', isMarked: true },
    { subject: 'taken off', isMarked: false },
    { subject: 'taken off at once', isMarked: false },
    { subject: 'never', isMarked: false },
  ],
  activities: [activity('1', 'marked'), activity('2', 'taken off')],
  mappings: [tie('1'), tie('2', true)],
  everMarked: new Set(['marked', 'taken off', 'taken off at once']),
}
const verdict = (patch: Partial<Seen>) => judge({ ...clean, ...patch })

test('what is as it should be is clean', () => {
  expect(judge(clean)).toEqual({ lost: [], doubled: [], unmarked: [] })
  expect(isClean(judge(clean))).toBe(true)
})

test('a marked item without an activity is lost, and one whose tie ended', () => {
  expect(verdict({ activities: [] }).lost).toEqual(['marked'])
  expect(verdict({ mappings: [tie('1', true)] }).lost).toEqual(['marked'])
  expect(verdict({ mappings: [] }).lost).toEqual(['marked'])
})

test('two activities of one item are doubled, also where only one is tied to it', () => {
  const activities = [...clean.activities, activity('3', 'marked')]
  expect(verdict({ activities }).doubled).toEqual(['marked'])
  expect(isClean(verdict({ activities }))).toBe(false)
})

test('an item whose mark was taken off must not stay tied', () => {
  expect(verdict({ mappings: [tie('1'), tie('2')] }).unmarked).toEqual(['taken off'])
})

test('an item that nobody marked has no activity', () => {
  const activities = [...clean.activities, activity('3', 'never')]
  expect(verdict({ activities }).unmarked).toEqual(['never'])
})

test('an activity of an item that is gone is nobody’s concern, unless it is doubled', () => {
  const gone = [...clean.activities, activity('4', 'gone')]
  expect(isClean(verdict({ activities: gone }))).toBe(true)
  expect(verdict({ activities: [...gone, activity('5', 'gone')] }).doubled).toEqual(['gone'])
})
