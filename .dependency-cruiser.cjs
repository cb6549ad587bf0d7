// Who may import whom (design § 4). Run by test/infra/imports.test.ts and by `depcruise functions infra test`.
const features = ['intake', 'consent', 'assessment', 'deadline', 'decision', 'appeal', 'handover', 'operations'];
const shared = ['identity', 'tasks', 'letters', 'messages'];

/** What each folder of functions/ may import besides itself. */
const layers = [
  ['core', []],
  ['municipalities', ['core']],
  ['platform', ['core', 'municipalities']],
  ...shared.map((name) => [name, ['core', 'municipalities', 'platform', ...shared]]),
  ...features.map((name) => [name, ['core', 'municipalities', 'platform', ...shared]]),
  ['web', ['core', 'municipalities', 'platform', ...shared, ...features]],
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...layers.map(([name, allowed]) => ({
      name: `direction-of-${name}`,
      comment: `functions/${name} may import from ${[name, ...allowed].join(', ')} only; features meet in the case record.`,
      severity: 'error',
      from: { path: `^functions/${name}/` },
      to: { path: '^functions/[^/]+/', pathNot: `^functions/(${[name, ...allowed].join('|')})/` },
    })),
    {
      name: 'no-way-into-entries',
      comment: 'An entry builds collaborators when it is loaded. Import the factory beside it.',
      severity: 'error',
      from: { path: '^(functions|infra)/' },
      to: {
        path: '^functions/(.+)/index\\.ts$',
        pathNot: '^functions/(municipalities|platform|identity|letters/letter-text)/',
      },
    },
    {
      name: 'functions-do-not-know-infra',
      comment: 'Infra names handlers by path; what both need (error and metric names) lies in functions/.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^infra/', pathNot: '^infra/workflow/steps\\.ts$' },
    },
    {
      name: 'deployed-does-not-know-local',
      comment: 'The local runtime plays the template; the template knows nothing of it.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: { path: '^infra/local/' },
    },
    {
      name: 'nothing-knows-test',
      severity: 'error',
      from: { path: '^(functions|infra)/' },
      to: { path: '^test/' },
    },
    {
      name: 'functions-use-dependencies-only',
      comment: 'What is bundled into a function is a dependency, so that its licence and its updates are watched.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(text|base64)$' },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API for dependency-cruiser to call; swc parses the same syntax (infra/decisions).
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|\\.build|\\.local)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
