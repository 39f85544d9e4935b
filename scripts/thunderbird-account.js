// Runs inside of Thunderbird (scripts/thunderbird.sh), as its file for administrators: signs in to
// the Graph account, gets all folders and messages, opens one, and writes down what is there.
try {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
  const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs')
  const { IOUtils } = Cu.getGlobalForObject(MailServices)
  const env = (name) => Services.env.get(name)
  const out = env('TRACKMARK_TB_OUT')
  const person = env('TRACKMARK_TB_PERSON')
  const pause = (ms) => new Promise((done) => setTimeout(done, ms))
  const NSLogin = Components.Constructor(
    '@mozilla.org/login-manager/loginInfo;1',
    Ci.nsILoginInfo,
    'init',
  )
  const steps = {}
  const server = () => MailServices.accounts.allServers.find((one) => one.type === 'graph')
  const folders = () => [...(server()?.rootFolder.descendants ?? [])]
  const pathOf = (folder) =>
    folder.parent?.parent ? `${pathOf(folder.parent)}/${folder.name}` : folder.name
  const seen = () =>
    folders().map((folder) => ({
      path: pathOf(folder),
      flags: folder.flags,
      total: folder.getTotalMessages(false),
      unread: folder.getNumUnread(false),
      headers: [...folder.messages].length,
    }))
  const write = (isDone) =>
    IOUtils.writeUTF8(
      out,
      JSON.stringify({ version: Services.appinfo.version, steps, folders: seen() }),
    ).then(() => (isDone ? IOUtils.writeUTF8(out.replace('seen.json', 'done'), 'done') : undefined))
  /** Until two looks in a row show the same, and something. */
  const quiet = async (look) => {
    let before = ''
    for (let n = 0; n < 40; n++) {
      await pause(1500)
      const now = JSON.stringify(look())
      if (now === before && now !== '[]') return
      before = now
    }
  }
  const step = async (name, work) => {
    try {
      steps[name] = (await work()) ?? 'ok'
    } catch (error) {
      steps[name] = `refused: ${String(error).slice(0, 200)}`
    }
    await write(false).catch(() => {})
  }
  const opened = (header) =>
    new Promise((done, fail) => {
      const { MsgHdrToMimeMessage } = ChromeUtils.importESModule(
        'resource:///modules/gloda/MimeMessage.sys.mjs',
      )
      MsgHdrToMimeMessage(header, null, (_, message) => done(message), true, {})
      setTimeout(() => fail(new Error('It was not opened.')), 30_000)
    })
  const run = async () => {
    await pause(4000)
    await step('password', () =>
      Services.logins
        .addLoginAsync(
          new NSLogin('graph://127.0.0.1', null, 'graph://127.0.0.1', person, 'x', '', ''),
        )
        .then(() => 'ok'),
    )
    await step('folders', async () => {
      server().getNewMessages(server().rootFolder, null, null)
      await quiet(() => folders().map(pathOf))
    })
    await step('messages', async () => {
      for (const folder of folders()) folder.updateFolder(null)
      await quiet(seen)
    })
    const inbox = () => folders().find((one) => one.flags & 0x1000)
    await step('open a message', async () => {
      const header = [...(inbox()?.messages ?? [])][0]
      if (header === undefined) throw new Error('There is none in the Inbox.')
      const message = await opened(header)
      if (Object.keys(message?.headers ?? {}).length === 0) throw new Error('It has no headers.')
    })
    await step('mark as unread and read', async () => {
      const header = [...(inbox()?.messages ?? [])][0]
      inbox().markMessagesRead([header], false)
      await pause(1500)
      inbox().markMessagesRead([header], true)
      await pause(1500)
    })
    await step('make a folder', async () => {
      server().rootFolder.createSubfolder('From Thunderbird', null)
      await quiet(() => folders().map(pathOf))
      if (!folders().some((one) => one.name === 'From Thunderbird'))
        throw new Error('It is not there.')
    })
    await step('check for mail again', async () => {
      server().getNewMessages(inbox(), null, null)
      await quiet(seen)
    })
    await write(true)
  }
  run().catch((error) => {
    steps.run = `refused: ${String(error)}`
    return write(true)
  })
} catch (error) {
  dump(`trackmark: ${error}\n`)
}
