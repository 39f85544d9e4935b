import { crc32, deflateSync } from 'node:zlib'
import type { FileAttachmentInput } from '../import/types.ts'

/** Small files that open in the programs they are named for. */

function file(name: string, contentType: string, bytes: Buffer): FileAttachmentInput {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name,
    contentType,
    size: bytes.length,
    isInline: false,
    contentId: null,
    contentBytes: bytes.toString('base64'),
  }
}

export function textFile(name: string, lines: readonly string[]): FileAttachmentInput {
  return file(name, 'text/plain', Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8'))
}

export function csvFile(name: string, rows: readonly (readonly string[])[]): FileAttachmentInput {
  const text = rows.map((row) => row.join(',')).join('\r\n')
  return file(name, 'text/csv', Buffer.from(`${text}\r\n`, 'utf8'))
}

/** One page with a few lines of Helvetica. Source: ISO 32000-1, section 7.5. */
export function pdfFile(name: string, lines: readonly string[]): FileAttachmentInput {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -18 Td`).join('\n')
  const stream = `BT /F1 12 Tf 72 760 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets: string[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(`${String(pdf.length).padStart(10, '0')} 00000 n \n`)
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const size = objects.length + 1
  pdf += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return file(name, 'application/pdf', Buffer.from(pdf, 'latin1'))
}

/** A picture of one colour. Source: PNG specification, section 5. */
export function pngFile(
  name: string,
  size: number,
  colour: readonly [number, number, number],
): FileAttachmentInput {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.from([0, ...Array.from({ length: size }, () => colour).flat()])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return file(name, 'image/png', Buffer.concat([signature, ...parts]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

export function inline(attachment: FileAttachmentInput, contentId: string): FileAttachmentInput {
  return { ...attachment, isInline: true, contentId }
}
