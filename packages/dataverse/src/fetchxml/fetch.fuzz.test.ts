import { expect, test } from 'vitest'
import { parseFetch } from './index.ts'

/** A generator of its own, so that a run is repeated by its seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

const DOCUMENTS = [
  `<fetch top="5"><entity name="email"><attribute name="subject" alias="s"/><filter type="or"><condition attribute="subject" operator="like" value="a_b%"/><filter><condition attribute="createdon" operator="last-x-days" value="3"/><condition attribute="statuscode" operator="in"><value>1</value><value>2</value></condition></filter></filter><order attribute="senton" descending="true"/></entity></fetch>`,
  `<fetch aggregate="true"><entity name="email"><attribute name="activityid" aggregate="count" alias="n"/><attribute name="createdon" groupby="true" dategrouping="month" alias="m"/><order alias="m"/></entity></fetch>`,
  `<fetch count="3" page="2" paging-cookie="&lt;cookie page=&quot;1&quot;&gt;&lt;/cookie&gt;" distinct="true"><entity name="contact"><all-attributes/><link-entity name="account" from="accountid" to="parentcustomerid" link-type="outer" alias="a"><attribute name="name"/><filter><condition attribute="name" operator="eq" valueof="accountnumber"/></filter></link-entity><filter><link-entity name="email" from="regardingobjectid" to="contactid" link-type="not any"/><condition entityname="a" attribute="name" operator="not-null"/></filter></entity></fetch>`,
]

const WORDS = [
  '<',
  '>',
  '/>',
  '</',
  '="',
  '"',
  "'",
  '&',
  '&amp;',
  '&#x41;',
  '&#0;',
  '<!--',
  '-->',
  '<![CDATA[',
  '<!DOCTYPE',
  '<?xml version="1.0"?>',
  'fetch',
  'entity',
  'link-entity',
  'filter',
  'condition',
  ' name="email"',
  ' alias="a"',
  ' link-type="any"',
  ' link-type="exists"',
  ' operator="eq"',
  ' attribute="subject"',
  ' value="x"',
  ' valueof="a.name"',
  ' entityname="a"',
  '<value>1</value>',
  '<filter>',
  '</filter>',
  '<entity name="email">',
  '</entity>',
  '<fetch>',
  '</fetch>',
  '\u0000',
  '\ud800',
  '{',
  '__proto__',
  ' constructor="1"',
  ' operator="toString"',
  ' dategrouping="week"',
] as const

function mutate(text: string, roll: (sides: number) => number): string {
  const at = roll(text.length + 1)
  const end = Math.min(text.length, at + roll(12))
  const word = WORDS[roll(WORDS.length)]!
  switch (roll(5)) {
    case 0:
      return text.slice(0, at) + text.slice(end)
    case 1:
      return text.slice(0, at) + word + text.slice(at)
    case 2:
      return text.slice(0, at) + word + text.slice(end)
    case 3:
      return text.slice(0, at) + String.fromCharCode(roll(0x3000)) + text.slice(at + 1)
    default: {
      const from = roll(text.length + 1)
      return text.slice(0, at) + text.slice(from, from + roll(80)) + text.slice(at)
    }
  }
}

test('100,000 random and damaged documents are read or refused, and no more', () => {
  const roll = dice(20_260_520)
  let read = 0
  let refused = 0
  for (let run = 0; run < 100_000; run++) {
    let text: string
    if (run % 10 === 0) {
      text = Array.from({ length: roll(30) }, () => WORDS[roll(WORDS.length)]).join('')
    } else {
      text = DOCUMENTS[roll(DOCUMENTS.length)]!
      for (let changes = roll(4); changes > 0; changes--) text = mutate(text, roll)
    }
    const result = parseFetch(text, { now: 0 })
    if (result.ok) read += 1
    else {
      refused += 1
      const { code, message, position } = result.error
      if (!/^0x8004110[23]$|^0x8004430[cd]$|^0x80060888$/.test(code)) throw new Error(text)
      if (position !== null && (position < 0 || position > text.length)) throw new Error(text)
      if (!/^[\x20-\uffff]{1,600}$/.test(message)) throw new Error(`${message} of ${text}`)
    }
  }
  // A run that refuses everything, or nothing, would show nothing.
  expect([read > 1_000, refused > 50_000]).toEqual([true, true])
})

test('long documents of few tricks are refused without effort', () => {
  for (const unit of ['<', '<a', '<!--', '&', '<filter>', ' a="', '<!---', '-', '\n']) {
    const text = unit.repeat(Math.floor(65_536 / unit.length))
    for (const whole of [
      text,
      `<fetch>${text}`.slice(0, 65_536),
      `<fetch a="${text}`.slice(0, 65_536),
    ]) {
      expect(parseFetch(whole, { now: 0 }).ok).toBe(false)
    }
  }
})
