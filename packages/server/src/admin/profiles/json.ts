import { X509Certificate } from 'node:crypto'
import type { CertificateFacts, LastProfileTest, ServerProfile } from '@trackmark/admin-api'
import type { ProfileDetails } from '@trackmark/store'
import type { Connection } from '../../runtime/connections.ts'
import { instantText, isoOrNull } from '../shared/instants.ts'

const RESULTS = ['Failure', 'Success', 'Warning'] as const

/** The connection contains no secret; the certificate is public and shown in short. */
export function profileJson(profile: ProfileDetails, now: number): ServerProfile {
  const { versionNumber, lastTestOn, lastTestStatus, lastTestMessage, ...rest } = profile
  const connection = profile.connection as Partial<Connection>
  return {
    ...rest,
    connection: {
      tenantId: connection.tenantId ?? '',
      clientId: connection.clientId ?? '',
      credential: connection.credential ?? 'secret',
      graphUrl: connection.graphUrl ?? null,
      authorityUrl: connection.authorityUrl ?? null,
      hasCertificate: connection.certificate != null,
    },
    secretSetOn: connection.secretSetOn ?? null,
    certificate: certificateFacts(connection.certificate ?? null, now),
    processEmailsReceivedAfter: isoOrNull(profile.processEmailsReceivedAfter),
    lastTest: lastTest(lastTestOn, lastTestStatus, lastTestMessage),
    modifiedOn: instantText(profile.modifiedOn),
    etag: `W/"${versionNumber}"`,
  }
}

function lastTest(
  on: number | null,
  status: 0 | 1 | 2 | null,
  message: string | null,
): LastProfileTest | null {
  if (on === null || status === null) return null
  return { on: instantText(on), result: RESULTS[status], message }
}

function certificateFacts(pem: string | null, now: number): CertificateFacts | null {
  if (pem === null) return null
  try {
    const { subject, fingerprint, validToDate } = new X509Certificate(pem)
    return {
      subject: subject.replaceAll('\n', ', '),
      thumbprint: fingerprint.replaceAll(':', ''),
      expiresOn: validToDate.toISOString(),
      isExpired: validToDate.getTime() <= now,
    }
  } catch {
    return null
  }
}
