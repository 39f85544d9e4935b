import type { Person, SeedCustomer, SeedUser } from './types.ts'

/** Tarn & Alder makes probes that measure water; its people, customers and mail are invented. */
export const ORGANIZATION = {
  name: 'Tarn & Alder Instruments',
  domain: 'tarnalder.example',
} as const

function user(number: number, name: string, jobTitle: string, timeZone: string): SeedUser {
  const [givenName = name, ...rest] = name.split(' ')
  const plain = name.normalize('NFD').replace(/\p{Diacritic}/gu, '')
  return {
    id: userId(number),
    kind: 'user',
    name,
    email: `${plain.toLowerCase().replace(' ', '.')}@${ORGANIZATION.domain}`,
    givenName,
    surname: rest.join(' ') || null,
    jobTitle,
    timeZone,
  }
}

const userId = (number: number): string =>
  `5a4d0000-7a11-4000-8000-${String(number).padStart(12, '0')}`

export const ISLA = user(1, 'Isla Renwick', 'Managing Director', 'Europe/London')
export const TOMASZ = user(2, 'Tomasz Wilk', 'Head of Sales', 'Europe/London')
export const PRIYA = user(3, 'Priya Nambiar', 'Account Manager', 'Europe/London')
export const JONAS = user(4, 'Jonas Feichtner', 'Field Service Engineer', 'Europe/Vienna')
export const MAELLE = user(5, 'Maëlle Quint', 'Customer Support', 'Europe/Paris')
export const DALE = user(6, 'Dale Okafor', 'Account Manager, Americas', 'America/Toronto')
export const RUTH = user(7, 'Ruth Calder', 'Finance', 'Europe/London')

export const SUPPORT: SeedUser = {
  id: userId(20),
  kind: 'queue',
  name: 'Tarn & Alder Support',
  email: `support@${ORGANIZATION.domain}`,
  givenName: null,
  surname: null,
  jobTitle: null,
  timeZone: 'Europe/London',
}

export const USERS: readonly SeedUser[] = [ISLA, TOMASZ, PRIYA, JONAS, MAELLE, DALE, RUTH, SUPPORT]

function account(name: string, email: string): SeedCustomer {
  return { kind: 'account', name, email, company: null }
}

function contact(name: string, email: string, company: string): SeedCustomer {
  return { kind: 'contact', name, email, company }
}

function lead(name: string, email: string, company: string): SeedCustomer {
  return { kind: 'lead', name, email, company }
}

export const HAVERLEIGH = account('Haverleigh Trout Farm', 'office@haverleigh.example')
export const STEINLOH = account('Brauerei Steinloh', 'info@steinloh.example')
export const PINEBROOK = account('Pinebrook Water Co-op', 'hello@pinebrook.example')
export const OLIVERA = account('Casa Olivera Aquaponics', 'contacto@olivera.example')
export const NORTHSTRAND = account(
  'Northstrand Research Institute',
  'purchasing@northstrand.example',
)

export const OWEN = contact('Owen Pryce', 'owen@haverleigh.example', HAVERLEIGH.name)
export const BETHAN = contact('Bethan Rees', 'bethan@haverleigh.example', HAVERLEIGH.name)
export const ANNELIESE = contact('Anneliese Kofler', 'a.kofler@steinloh.example', STEINLOH.name)
export const MARCUS = contact('Marcus Teague', 'mteague@pinebrook.example', PINEBROOK.name)
export const LUCIA = contact('Lucía Ferrán', 'lucia@olivera.example', OLIVERA.name)
export const GRETA = contact(
  'Greta Lindqvist',
  'greta.lindqvist@northstrand.example',
  NORTHSTRAND.name,
)
export const HIDEO = contact(
  'Hideo Tanabe',
  'tanabe@kitaura-lab.example',
  'Kitaura Lake Laboratory',
)

export const SAMUEL = lead('Samuel Adeyemi', 'samuel.adeyemi@lagoonfresh.example', 'Lagoon Fresh')
export const BRIDGET = lead('Bridget Fallon', 'bfallon@fallonbrewing.example', 'Fallon Brewing')
export const YUSUF = lead('Yusuf Demirel', 'y.demirel@aqualev.example', 'Aqualev')

export const CUSTOMERS: readonly SeedCustomer[] = [
  HAVERLEIGH,
  STEINLOH,
  PINEBROOK,
  OLIVERA,
  NORTHSTRAND,
  OWEN,
  BETHAN,
  ANNELIESE,
  MARCUS,
  LUCIA,
  GRETA,
  HIDEO,
  SAMUEL,
  BRIDGET,
  YUSUF,
]

/** Senders whom no CRM needs to know. */
export const COURIER: Person = { name: 'Fellrunner Couriers', email: 'tracking@fellrunner.example' }
export const PRINTER: Person = { name: 'Kestrel Print', email: 'accounts@kestrelprint.example' }
export const GASKETS: Person = { name: 'Nils Aaberg', email: 'nils@fjordseal.example' }
export const BULLETIN: Person = { name: 'Water Quality Weekly', email: 'news@wqweekly.example' }
export const FAIR: Person = { name: 'AquaTech Fair', email: 'exhibitors@aquatechfair.example' }
export const TRAVEL: Person = { name: 'Skylark Travel', email: 'bookings@skylark.example' }
export const COFFEE: Person = { name: 'Corner Roast', email: 'orders@cornerroast.example' }
export const WINNER: Person = { name: 'Prize Office', email: 'claims@lucky-draw.example' }
export const BANKISH: Person = { name: 'Acount Security', email: 'alert@verify-acount.example' }
export const MACHINE: Person = { name: 'Build server', email: `build@${ORGANIZATION.domain}` }
