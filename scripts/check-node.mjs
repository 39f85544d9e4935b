// Runs on whatever Node the machine has. npm puts the `node` devDependency (Node 24) first on the
// path of its scripts; this says what to do where its install script was not allowed to run.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    [
      `Trackmark needs Node 24 and found ${process.versions.node}.`,
      'The development dependency "node" brings it, unless install scripts were switched off.',
      'Run: npm rebuild node --foreground-scripts --ignore-scripts=false',
    ].join('\n'),
  )
  process.exit(1)
}
