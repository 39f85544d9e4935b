import { weekday, workday } from './clock.ts'
import type { Guest, Meeting } from './meeting.ts'
import * as p from './people.ts'
import type { Person } from './types.ts'

const LONDON = 'Europe/London'
const VIENNA = 'Europe/Vienna'
const TORONTO = 'America/Toronto'

const accepted = (person: Person): Guest => ({ person, response: 'accepted' })
const tentative = (person: Person): Guest => ({ person, response: 'tentativelyAccepted' })
const declined = (person: Person): Guest => ({ person, response: 'declined' })
const unanswered = (person: Person): Guest => ({ person, response: 'notResponded' })

/** All meetings and days of the house, around the day of `nowMs`. */
export function meetings(nowMs: number): Meeting[] {
  return [...series(nowMs), ...withCustomers(nowMs), ...inHouse(nowMs), ...wholeDays(nowMs)]
}

function series(nowMs: number): Meeting[] {
  const lastMonday = weekday(nowMs, 1, -1)
  const nextMonday = weekday(nowMs, 1, 1)
  const monthStart = workday(nowMs, 0).subtract({ months: 4 }).with({ day: 1 })
  return [
    {
      key: 'sales-weekly',
      subject: 'Sales week ahead',
      organizer: p.TOMASZ,
      guests: [accepted(p.PRIYA), accepted(p.DALE), tentative(p.ISLA), accepted(p.MAELLE)],
      on: weekday(nowMs, 1, -8),
      from: '13:30',
      until: '14:00',
      zone: LONDON,
      location: 'Video call',
      text: 'Who do we see, what is stuck, what do we promise. Half an hour, no slides.',
      repeats: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
      },
      changes: [
        { on: lastMonday, to: null },
        {
          on: nextMonday,
          to: {
            on: nextMonday.add({ days: 1 }),
            from: '15:00',
            until: '16:00',
            subject: 'Sales week ahead (with the price list)',
            location: 'Room Esk and video call',
          },
        },
      ],
    },
    {
      key: 'support-handover',
      subject: 'Support: handover of the day',
      organizer: p.MAELLE,
      guests: [accepted(p.JONAS), accepted(p.SUPPORT)],
      on: weekday(nowMs, 1, -2),
      from: '08:45',
      until: '09:00',
      zone: 'Europe/Paris',
      location: 'Video call',
      repeats: {
        pattern: {
          type: 'weekly',
          interval: 1,
          daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
          firstDayOfWeek: 'monday',
        },
        count: 40,
      },
      reminderMinutes: 5,
    },
    {
      key: 'accounts-close',
      subject: 'Close the books of the month',
      organizer: p.RUTH,
      guests: [accepted(p.ISLA)],
      // A series begins with its first occurrence, and the first of a month may be a Sunday.
      on: workday(monthStart.toZonedDateTime('UTC').epochMilliseconds, 0),
      from: '10:00',
      until: '11:30',
      zone: LONDON,
      location: 'Ruth’s office',
      repeats: {
        pattern: {
          type: 'relativeMonthly',
          interval: 1,
          index: 'first',
          daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        },
      },
    },
    {
      key: 'pinebrook-call',
      subject: 'Pinebrook: monthly service call',
      organizer: p.DALE,
      guests: [accepted(p.MARCUS), accepted(p.SUPPORT)],
      on: monthStart.with({ day: 15 }),
      from: '11:00',
      until: '11:30',
      zone: TORONTO,
      location: 'Telephone',
      text: 'Stations, open tickets, next visit.',
      repeats: { pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 15 }, count: 24 },
    },
  ]
}

function withCustomers(nowMs: number): Meeting[] {
  return [
    {
      key: 'steinloh-visit',
      subject: 'Steinloh: firmware 3.2 on line 2',
      organizer: p.JONAS,
      guests: [accepted(p.ANNELIESE)],
      on: workday(nowMs, 2),
      from: '14:00',
      until: '15:00',
      zone: VIENNA,
      location: 'Brauerei Steinloh, yard gate, Linz',
      text: 'Line stands from 13:30. Bring update stick and a spare seal.',
      showAs: 'workingElsewhere',
      categories: ['Yellow category'],
    },
    {
      key: 'haverleigh-mounts',
      subject: 'Haverleigh: yearly check and float mounts',
      organizer: p.PRIYA,
      guests: [accepted(p.OWEN), tentative(p.BETHAN), accepted(p.JONAS)],
      on: workday(nowMs, 8),
      from: '09:00',
      until: '12:30',
      zone: LONDON,
      location: 'Haverleigh Trout Farm, raceways 7 and 8',
      html: '<p>Agenda</p><ol><li>Yearly check of raceways 1 to 6</li><li>Mounts and probes for 7 and 8</li><li>Heron protection for cables</li></ol>',
    },
    {
      key: 'olivera-channels',
      subject: 'Casa Olivera: a look at the channels',
      organizer: p.DALE,
      guests: [accepted(p.LUCIA), tentative(p.TOMASZ)],
      on: workday(nowMs, 1),
      from: '15:30',
      until: '16:15',
      zone: TORONTO,
      location: 'Video call',
    },
    {
      key: 'northstrand-kickoff',
      subject: 'NRI-26-041: kick-off',
      organizer: p.GRETA,
      guests: [unanswered(p.TOMASZ), unanswered(p.PRIYA), accepted(p.JONAS)],
      on: workday(nowMs, 9),
      from: '10:00',
      until: '12:00',
      zone: 'Europe/Oslo',
      location: 'Northstrand Research Institute, room 2.11',
      text: 'Timetable, buoys, responsibilities. Lunch afterwards in the canteen.',
      importance: 'high',
    },
    {
      key: 'kitaura-readings',
      subject: 'Readings under the ice',
      organizer: p.TOMASZ,
      guests: [accepted(p.HIDEO), accepted(p.ISLA)],
      on: workday(nowMs, 5),
      from: '08:00',
      until: '08:45',
      zone: LONDON,
      location: 'Video call',
      text: 'Dr Tanabe shows weeks 1 and 2. It is late afternoon in Japan.',
    },
    {
      key: 'fallon-loan',
      subject: 'Fallon Brewing: first brew with the loan probe',
      organizer: p.PRIYA,
      guests: [unanswered(p.BRIDGET)],
      on: weekday(nowMs, 2, 1),
      from: '10:00',
      until: '11:00',
      zone: LONDON,
      location: 'Fallon Brewing',
    },
    {
      key: 'pinebrook-board',
      subject: 'Pinebrook: questions of the board',
      organizer: p.DALE,
      guests: [accepted(p.MARCUS), accepted(p.RUTH)],
      on: workday(nowMs, -6),
      from: '10:30',
      until: '11:15',
      zone: TORONTO,
      location: 'Telephone',
      text: 'With and without Cold Creek. Outcome: two prices in writing.',
    },
    {
      key: 'aqualev-cancelled',
      subject: 'Aqualev: dealer terms',
      organizer: p.YUSUF,
      guests: [accepted(p.TOMASZ)],
      on: workday(nowMs, 3),
      from: '14:00',
      until: '14:30',
      zone: 'Europe/Istanbul',
      location: 'Telephone',
      isCancelled: true,
      showAs: 'free',
    },
  ]
}

function inHouse(nowMs: number): Meeting[] {
  return [
    {
      key: 'price-list',
      subject: 'Price list: last look before printing',
      organizer: p.RUTH,
      guests: [accepted(p.TOMASZ), accepted(p.PRIYA), declined(p.DALE)],
      on: workday(nowMs, -3),
      from: '09:30',
      until: '10:00',
      zone: LONDON,
      location: 'Room Esk',
    },
    {
      key: 'firmware-lesson',
      subject: 'What is new in firmware 3.2',
      organizer: p.JONAS,
      guests: [accepted(p.MAELLE), accepted(p.PRIYA), tentative(p.DALE), accepted(p.SUPPORT)],
      on: workday(nowMs, -8),
      from: '15:00',
      until: '15:45',
      zone: VIENNA,
      location: 'Video call',
      html: '<p>Live on the bench probe: menus, E17, update by stick.</p>',
    },
    {
      key: 'stand-planning',
      subject: 'AquaTech Fair: what do we show?',
      organizer: p.TOMASZ,
      guests: [accepted(p.PRIYA), accepted(p.JONAS), unanswered(p.ISLA)],
      on: workday(nowMs, 4),
      from: '11:00',
      until: '12:00',
      zone: LONDON,
      location: 'Room Esk',
      text: 'Stand 5.B14. Idea: a tank with a real trout.',
    },
    {
      key: 'one-to-one',
      subject: 'Isla / Tomasz',
      organizer: p.ISLA,
      guests: [accepted(p.TOMASZ)],
      on: workday(nowMs, 1),
      from: '16:30',
      until: '17:00',
      zone: LONDON,
      sensitivity: 'private',
    },
    {
      key: 'focus-tender',
      subject: 'Write: Northstrand work plan',
      organizer: p.PRIYA,
      on: workday(nowMs, 3),
      from: '08:30',
      until: '11:00',
      zone: LONDON,
      categories: ['Blue category'],
    },
    {
      key: 'dentist',
      subject: 'Dentist',
      organizer: p.MAELLE,
      on: workday(nowMs, 6),
      from: '17:00',
      until: '17:45',
      zone: 'Europe/Paris',
      showAs: 'oof',
      sensitivity: 'private',
    },
    {
      key: 'train-linz',
      subject: 'Train Vienna to Linz',
      organizer: p.JONAS,
      on: workday(nowMs, 2),
      from: '11:30',
      until: '12:46',
      zone: VIENNA,
      location: 'Wien Hauptbahnhof',
      showAs: 'tentative',
      reminderMinutes: 45,
    },
  ]
}

function wholeDays(nowMs: number): Meeting[] {
  const today = workday(nowMs, 0)
  return [
    {
      key: 'holiday-maelle',
      subject: 'Holiday',
      organizer: p.MAELLE,
      on: weekday(nowMs, 1, 4),
      lastDay: weekday(nowMs, 5, 4),
      zone: 'UTC',
      showAs: 'oof',
    },
    {
      key: 'stocktaking',
      subject: 'Stocktaking',
      organizer: p.RUTH,
      guests: [accepted(p.JONAS), accepted(p.PRIYA)],
      on: workday(nowMs, 12),
      zone: 'UTC',
      location: 'Workshop',
      showAs: 'free',
    },
    {
      key: 'fair-days',
      subject: 'AquaTech Fair',
      organizer: p.TOMASZ,
      guests: [accepted(p.PRIYA), accepted(p.JONAS), tentative(p.ISLA)],
      on: weekday(nowMs, 2, 9),
      lastDay: weekday(nowMs, 4, 9),
      zone: 'UTC',
      location: 'Hall 5, stand B14',
      showAs: 'workingElsewhere',
    },
    {
      key: 'founders-day',
      subject: 'Founders’ day',
      organizer: p.ISLA,
      on: today.subtract({ years: 2 }).with({ month: 4, day: 12 }),
      zone: 'UTC',
      showAs: 'free',
      repeats: { pattern: { type: 'absoluteYearly', interval: 1, month: 4, dayOfMonth: 12 } },
    },
  ]
}
