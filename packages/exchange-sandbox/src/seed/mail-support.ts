import { csvFile, pngFile, textFile } from './files.ts'
import * as p from './people.ts'
import type { Thread } from './thread.ts'

const DONE = { [p.SUPPORT.email]: 'inbox/Solved' }

/** What customers write to the support queue, and what its people answer from it. */
export const SUPPORT_THREADS: readonly Thread[] = [
  {
    key: 'sup-e17',
    subject: 'Error E17 after cleaning',
    turns: [
      {
        from: p.BETHAN,
        to: [p.SUPPORT],
        day: -17,
        time: '09:41',
        text: 'Hello,\n\nraceway 3 shows E17 since the lads cleaned the probe this morning. Turning it off and on did not help.\n\nBethan, Haverleigh',
        folders: DONE,
      },
      {
        from: p.SUPPORT,
        to: [p.BETHAN],
        cc: [p.MAELLE],
        day: -17,
        time: '10:05',
        text: 'Hello Bethan,\n\nE17 means that the membrane cap is not screwed down to its stop, so the probe reads air. A quarter turn by hand is all it takes; no tool, please.\n\nMaëlle for Tarn & Alder Support',
      },
      {
        from: p.BETHAN,
        to: [p.SUPPORT],
        day: -17,
        time: '11:30',
        text: 'That was it. The lads owe me a cake.\n\nBethan',
        folders: DONE,
      },
    ],
  },
  {
    key: 'sup-gateway',
    subject: 'Gateway does not reach our server any more',
    turns: [
      {
        from: p.MARCUS,
        to: [p.SUPPORT],
        day: -9,
        time: '16:12',
        text: 'Since Monday night nothing arrives from stations 4 and 9. Same firmware, same network as the others. Log of station 4 attached.\n\nMarcus Teague, Pinebrook',
        files: [
          textFile('station4.log', [
            'gw 2.6.1 start',
            'net up 10.4.0.17',
            'post failed: certificate not trusted',
            'retry in 60 s',
          ]),
        ],
        importance: 'high',
      },
      {
        from: p.SUPPORT,
        to: [p.MARCUS],
        cc: [p.DALE],
        day: -9,
        time: '17:20',
        text: 'Hello Marcus,\n\nyour server got a new certificate on Monday, signed by an authority that gateways up to 2.6 do not know. Version 2.7 does. I can update both from here if you open the service port for an hour; nothing is lost, the readings wait in the gateway.\n\nMaëlle',
      },
      {
        from: p.MARCUS,
        to: [p.SUPPORT],
        cc: [p.DALE],
        day: -8,
        time: '13:02',
        text: 'Port is open until 11 our time.\n\nMarcus',
      },
      {
        from: p.SUPPORT,
        to: [p.MARCUS],
        cc: [p.DALE],
        day: -8,
        time: '14:15',
        text: 'Both run 2.7.0 and have sent what they had kept. I will update the other nine on Sunday night unless you object.\n\nMaëlle',
      },
    ],
  },
  {
    key: 'sup-buffer',
    subject: 'Which buffer for pH 9?',
    turns: [
      {
        from: p.LUCIA,
        to: [p.SUPPORT],
        day: -5,
        time: '17:03',
        text: 'Hello, the leaflet names pH 4 and 7 for calibration. Our channels are near 8. Should we buy pH 9 too?\n\nLucía, Casa Olivera',
        categories: { [p.SUPPORT.email]: ['Blue category'] },
      },
      {
        from: p.SUPPORT,
        to: [p.LUCIA],
        day: -4,
        time: '08:30',
        html: '<p>Hello Lucía,</p><p>yes: two points that <em>enclose</em> what you measure are best, so 7 and 9. Leave 4 out.</p><p>Maëlle</p>',
      },
    ],
  },
  {
    key: 'sup-return',
    subject: 'Return of a probe with a cut cable',
    turns: [
      {
        from: p.OWEN,
        to: [p.SUPPORT],
        cc: [p.PRIYA],
        day: -4,
        time: '12:48',
        text: 'A heron (no joke) pulled the cable of probe 5 into the mower. Can it be spliced or shall I send it in? Photo attached.\n\nOwen',
        files: [pngFile('cable.png', 48, [60, 60, 70])],
      },
      {
        from: p.SUPPORT,
        to: [p.OWEN],
        cc: [p.PRIYA, p.JONAS],
        day: -4,
        time: '13:40',
        text: 'Please send it in, a splice would let water creep along. I have opened return R-3056; put the number on the box. A loan probe goes out today.\n\nOur regards to the heron\nMaëlle',
      },
      {
        from: p.OWEN,
        to: [p.SUPPORT],
        cc: [p.PRIYA],
        day: -2,
        time: '08:15',
        text: 'Loan probe is in and reading. The old one left with the courier this morning.\n\nOwen',
        unread: [p.SUPPORT.email],
      },
    ],
  },
  {
    key: 'sup-certificate',
    subject: 'Calibration certificates for the audit',
    turns: [
      {
        from: p.ANNELIESE,
        to: [p.SUPPORT],
        day: -3,
        time: '09:10',
        text: 'Dear all,\n\nour auditor comes on the 20th and wants the certificates of these five probes for the last two years. Could you send them as PDF?\n\nAnneliese Kofler',
        files: [
          csvFile('serials.csv', [
            ['line', 'serial'],
            ['1', 'TA-20871'],
            ['2', 'TA-33410'],
            ['3', 'TA-33411'],
            ['4', 'TA-33987'],
            ['5', 'TA-34002'],
          ]),
        ],
        flagged: [p.SUPPORT.email],
      },
    ],
  },
  {
    key: 'sup-unknown',
    subject: 'Manual for OX-1?',
    turns: [
      {
        from: { name: 'Gerald Motte', email: 'g.motte@old-mill-pond.example' },
        to: [p.SUPPORT],
        day: -2,
        time: '19:26',
        text: 'Hello, I bought a used OX-1 (yellow housing) and have no manual. Is there still one?\n\nG. Motte',
        unread: [p.SUPPORT.email],
      },
    ],
  },
  {
    key: 'sup-northstrand-buoy',
    subject: 'Buoy 2: salinity input',
    turns: [
      {
        from: p.GRETA,
        to: [p.SUPPORT],
        cc: [p.TOMASZ],
        day: -1,
        time: '10:44',
        html: '<p>Hello,</p><p>for the test buoy: where is the salinity entered, in the probe or in the gateway? The manual (page 31) says both.</p><p>Greta Lindqvist</p>',
        unread: [p.SUPPORT.email],
      },
    ],
  },
]
