import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const isThere = (program: string): string | null =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    }) ?? null

const NGINX = isThere('nginx')
const OPENSSL = isThere('openssl')

/** False = tests behind a proxy skip, and the reason has been printed. */
export const HAS_NGINX = NGINX !== null && OPENSSL !== null
if (!HAS_NGINX) {
  console.warn('Skipped: no nginx with openssl here (apt-get install nginx openssl).')
}

export interface TlsProxy {
  /** `https://localhost:port` */
  readonly url: string
  /** PEM of the certificate, which nobody but tests trusts. */
  readonly certificate: string
  close(): Promise<void>
}

/**
 * An nginx that speaks TLS for a server.
 * @param headers directives of its `location`, such as `proxy_set_header Host $host;`
 */
export async function startNginx(
  at: { readonly port: number },
  upstream: string,
  headers: string,
): Promise<TlsProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'trackmark-nginx-'))
  const certificate = join(folder, 'certificate.pem')
  const key = join(folder, 'key.pem')
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const files = ['-keyout', key, '-out', certificate, '-days', '2']
  execFileSync(OPENSSL ?? '', [...made, ...files, ...subject], { stdio: 'ignore' })
  mkdirSync(join(folder, 'temporary'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/temporary/${kind};`,
  )
  const lines = [
    `pid ${folder}/pid;`,
    `error_log ${folder}/error.log;`,
    'worker_processes 1;',
    'daemon off;',
    'events { worker_connections 64; }',
    'http {',
    'access_log off;',
    ...temporary,
    'server {',
    `listen 127.0.0.1:${at.port} ssl;`,
    `ssl_certificate ${certificate};`,
    `ssl_certificate_key ${key};`,
    `location / { proxy_pass ${upstream}; ${headers} }`,
    '}',
    '}',
  ]
  writeFileSync(join(folder, 'nginx.conf'), lines.join('\n'))
  const started = spawn(
    NGINX ?? '',
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await listens(started, at.port)
  return {
    url: `https://localhost:${at.port}`,
    certificate: execFileSync(OPENSSL ?? '', ['x509', '-in', certificate]).toString(),
    close: async () => {
      const ended = new Promise((done) => started.once('exit', done))
      if (started.exitCode === null) {
        started.kill('SIGTERM')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves when somebody answers on the port. @throws Error when the program ended before */
async function listens(program: ChildProcess, port: number): Promise<void> {
  let said = ''
  program.stderr?.on('data', (chunk) => {
    said += chunk
  })
  for (;;) {
    if (program.exitCode !== null) throw new Error(`nginx ended: ${said}`)
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => done(true)).once('error', () => done(false))
      socket.once('connect', () => socket.end())
    })
    if (isOpen) return
    await new Promise((done) => setTimeout(done, 50))
  }
}
