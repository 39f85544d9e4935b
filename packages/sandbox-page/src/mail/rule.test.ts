import { expect, test } from 'vitest'
import type { Rule } from '../api/wire.ts'
import { doesSomething, EMPTY_RULE, inWords, ruleOf } from './rule.ts'

const saved = (made: ReturnType<typeof ruleOf>): Rule => ({ id: '1', hasError: false, ...made })

test('a rule of the form is one of Graph, behind those there are', () => {
  const form = { ...EMPTY_RULE, sender: ' pryce, kofler ,', category: 'Budget', stop: true }
  const known = [saved(ruleOf(EMPTY_RULE, []))]
  expect(ruleOf(form, known)).toEqual({
    displayName: 'Rule 2',
    sequence: 2,
    isEnabled: true,
    conditions: { senderContains: ['pryce', 'kofler'] },
    actions: { assignCategories: ['Budget'], stopProcessingRules: true },
  })
})

test('it is said in words', () => {
  const form = { ...EMPTY_RULE, sender: 'a, b', subject: 'offer', category: 'Budget', folder: 'f' }
  expect(inWords(saved(ruleOf(form, [])), [])).toBe(
    'sender contains a or b and subject contains offer → put on Budget, move to a folder that is gone',
  )
  expect(inWords(saved(ruleOf({ ...EMPTY_RULE, markAsRead: true }, [])), [])).toBe(
    'Every message → mark as read',
  )
})

test('a rule that does nothing is none', () => {
  expect(doesSomething({ ...EMPTY_RULE, sender: 'a', stop: true })).toBe(false)
  expect(doesSomething({ ...EMPTY_RULE, folder: 'f' })).toBe(true)
})
