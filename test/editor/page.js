// A page of this project's own that makes the calls a settings page of the community makes.
const HEADERS = {
  Accept: 'application/json',
  'Content-Type': 'application/json; charset=utf-8',
  'OData-MaxVersion': '4.0',
  'OData-Version': '4.0',
}
let id = ''
let known = []
let current = new Map()

const byId = (name) => document.getElementById(name)
const context = () => window.Xrm.Page.context
const api = (path, options = {}) =>
  fetch(`${context().getClientUrl()}/api/data/v9.1/${path}`, { headers: HEADERS, ...options })

async function start() {
  byId('organization').textContent = context().getOrgUniqueName()
  byId('version').textContent = window.parent.APPLICATION_FULL_VERSION
  const about = await (await fetch(`${context().getClientUrl()}/about/default.aspx`)).text()
  byId('about').textContent = /(\d{1,4}\.){3}\d{1,4}/.exec(about)[0]
  const xml = await (await fetch('settings.xml')).text()
  known = [...new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('setting')].map(
    (one) => ({ name: one.getAttribute('name'), byDefault: one.getAttribute('default') }),
  )
  const solutions = await api(
    "solutions?$select=modifiedon,uniquename,organizationid,ismanaged,publisherid,version,versionnumber&$filter=uniquename eq 'OrganizationSettingsEditor'",
  )
  byId('solution').textContent = (await solutions.json()).value[0].version
  await load()
}

async function load() {
  const [row] = (await (await api('organizations')).json()).value
  id = row.organizationid
  const parsed = new DOMParser().parseFromString(
    row.orgdborgsettings ?? '<OrgSettings/>',
    'text/xml',
  )
  current = new Map(
    [...parsed.documentElement.children].map((one) => [one.tagName, one.textContent]),
  )
  byId('settings').innerHTML = known
    .map(
      ({ name, byDefault }) =>
        `<tr id="${name}"><td>${name}</td><td>${byDefault}</td><td class="value">${current.get(name) ?? 'not set'}</td><td><button onclick="change('${name}')">Change</button> <button onclick="remove('${name}')">Remove</button></td></tr>`,
    )
    .join('')
}

async function write(xml) {
  const answer = await api(`organizations(${id})`, {
    method: 'PATCH',
    body: JSON.stringify({ orgdborgsettings: xml }),
  })
  const message = answer.ok ? 'Saved' : (await answer.json()).error.message
  byId('message').textContent = message
  return answer.ok
}

// One setting at a time; the service merges.
async function change(name) {
  const value = prompt(name, current.get(name) ?? '')
  await write(`<OrgSettings><${name}>${value}</${name}></OrgSettings>`)
  await load()
}

// There is no removing: all is cleared, and the others are written back.
async function remove(name) {
  const rest = [...current].filter(([other]) => other !== name)
  if (!(await write(''))) return
  const elements = rest.map(([other, value]) => `<${other}>${value}</${other}>`).join('')
  if (elements !== '') await write(`<orgSettings>${elements}</orgSettings>`)
  await load()
}

// Handlers in the page find them by name.
Object.assign(window, { start, change, remove })
