import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Every folder of `src/lib/` that knows something of the domain. */
const DOMAIN = [
  'county',
  'contract',
  'intake',
  'marts',
  'measures',
  'models',
  'disclosure',
  'view',
  'overview',
  'explore',
  'pictures',
  'model_pictures',
  'topics',
  'districts',
  'commissioning',
  'palette',
  'pins',
  'notes',
  'saved_views',
  'comparison',
  'load',
  'methods',
  'privacy',
  'words',
  'charts',
  'reports',
  'evidence',
  'workspace',
];
/** The steps that hold raw rows. */
const RAW = ['engine', 'marts', 'intake'];
/** What people look at or keep. Nothing before it may depend on it. */
const SHOWN = [
  'charts',
  'words',
  'overview',
  'explore',
  'pictures',
  'model_pictures',
  'topics',
  'districts',
  'commissioning',
  'palette',
  'pins',
  'notes',
  'saved_views',
  'load',
  'methods',
  'privacy',
  'reports',
  'evidence',
  'ui',
];

/** The folders that may open the rows the engine answered. */
const READS_ROWS = ['engine', 'intake', 'marts', 'measures', 'models', 'workspace'];
/** The folders whose answers depend on nothing but what they are given. */
const TIMELESS = ['marts', 'measures', 'models', 'statistics', 'disclosure', 'spreadsheets'];

/** What each folder of `src/lib/` may not import: the one direction of docs/architecture.md. */
const FORBIDDEN = {
  county: ['engine', ...DOMAIN.filter((folder) => folder !== 'county'), 'ui'],
  contract: ['engine', ...DOMAIN.filter((folder) => folder !== 'contract'), 'ui'],
  statistics: ['engine', ...DOMAIN, 'ui'],
  identifiers: ['engine', ...DOMAIN, 'ui'],
  spreadsheets: ['engine', ...DOMAIN, 'ui'],
  engine: [...DOMAIN, 'ui'],
  intake: ['marts', 'measures', 'models', 'disclosure', ...SHOWN],
  marts: ['measures', 'models', 'disclosure', ...SHOWN],
  measures: SHOWN,
  models: SHOWN,
  disclosure: [...RAW, 'contract', 'county', 'models', 'workspace', ...SHOWN],
  view: [...RAW, ...SHOWN.filter((folder) => folder !== 'ui')],
  workspace: SHOWN.filter((folder) => folder !== 'ui'),
  charts: RAW,
  words: RAW,
  overview: RAW,
  explore: RAW,
  pictures: RAW,
  model_pictures: RAW,
  topics: RAW,
  districts: RAW,
  commissioning: RAW,
  palette: RAW,
  pins: RAW,
  notes: RAW,
  saved_views: RAW,
  comparison: RAW,
  // The load page shows what intake and the contract say; the methods page shows the marts' SQL.
  load: ['engine'],
  methods: ['engine', 'intake'],
  privacy: RAW,
  reports: RAW,
  evidence: RAW,
  ui: RAW,
  platform: ['engine', ...DOMAIN, 'ui'],
};

/** What would let data leave the tab or outlive it. */
const ESCAPES = {
  RTCPeerConnection: 'WebRTC is not covered by the content security policy.',
  webkitRTCPeerConnection: 'WebRTC is not covered by the content security policy.',
  WebTransport: 'Nothing leaves the tab.',
  WebSocket: 'Nothing leaves the tab.',
  EventSource: 'Nothing leaves the tab.',
  localStorage: 'Nothing outlives the tab.',
  sessionStorage: 'Nothing outlives the tab.',
  indexedDB: 'Nothing outlives the tab.',
  caches: 'Nothing outlives the tab.',
};
const NAVIGATES = 'A navigation is not covered by the content security policy.';
const OWNERS = '/^(window|globalThis|self|document|top|parent)$/';

/** @type {import('eslint').Linter.RulesRecord} */
const noEscape = {
  'no-restricted-globals': [
    'error',
    ...Object.entries(ESCAPES).map(([name, message]) => ({ name, message })),
    { name: 'open', message: NAVIGATES },
  ],
  'no-restricted-properties': [
    'error',
    ...Object.entries(ESCAPES).flatMap(([property, message]) =>
      ['window', 'globalThis', 'self'].map((object) => ({ object, property, message })),
    ),
    ...['window', 'globalThis', 'self'].map((object) => ({
      object,
      property: 'open',
      message: NAVIGATES,
    })),
    { property: 'sendBeacon', message: 'Nothing leaves the tab.' },
  ],
  'no-console': ['error', { allow: ['warn', 'error'] }],
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
};

const navigations = [
  "AssignmentExpression[left.type='Identifier'][left.name='location']",
  `AssignmentExpression[left.property.name='location'][left.object.name=${OWNERS}]`,
  "AssignmentExpression[left.object.name='location'][left.property.name!='hash']",
  `AssignmentExpression[left.object.property.name='location'][left.object.object.name=${OWNERS}][left.property.name!='hash']`,
  "CallExpression[callee.object.name='location'][callee.property.name=/^(assign|replace)$/]",
  `CallExpression[callee.object.property.name='location'][callee.object.object.name=${OWNERS}][callee.property.name=/^(assign|replace)$/]`,
].map((selector) => ({ selector, message: NAVIGATES }));

const forgeries = ['TSAsExpression', 'TSTypeAssertion'].map((cast) => ({
  selector: `${cast} TSTypeReference[typeName.name='SafeTable']`,
  message: 'Only disclosure/protect.ts makes a safe table.',
}));

const clocks = [
  "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
].map((selector) => ({
  selector,
  message: 'Figures must reproduce: pass the date or the seed as a parameter.',
}));

/**
 * The rules of one folder. A later setting of a rule replaces an earlier one, so each folder gets its
 * whole lists at once.
 * @param {string} files
 * @param {{ forbidden?: string[], rows?: boolean, makes?: boolean, opens?: boolean, timeless?: boolean }} law
 *   whether it opens the engine's rows, makes counts, opens counts, and may not read a clock
 * @returns {import('eslint').Linter.Config}
 */
function law(files, { forbidden = [], rows, makes, opens, timeless }) {
  const patterns = [];
  if (forbidden.length > 0)
    patterns.push({
      regex: `(^|/)(${forbidden.join('|')})(/|$)`,
      message: 'The way of the data is one direction (docs/architecture.md).',
    });
  if (!rows)
    patterns.push({
      regex: '(^|/)engine/rows(\\.[jt]s)?$',
      message: 'Rows from the engine are opened by intake, marts, measures and models only.',
    });
  const late = patterns.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
    message,
  }));
  const counts = { regex: '(^|/)counts(\\.[jt]s)?$' };
  if (!makes)
    patterns.push({
      ...counts,
      importNames: ['makeCounts'],
      message: 'Only measures make counts.',
    });
  if (!opens)
    patterns.push({
      ...counts,
      importNames: ['openCounts'],
      message: 'Only disclosure control opens counts.',
    });
  return {
    files: [files],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': [
        'error',
        ...navigations,
        ...forgeries,
        ...late,
        ...(timeless ? clocks : []),
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows undefined names better.
      'no-undef': 'off',
      // Loops over typed arrays would pay for a check that cannot fail.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
  },
  {
    files: ['src/lib/**', 'src/routes/**'],
    rules: { ...noEscape, 'svelte/no-at-html-tags': 'error' },
  },
  {
    // It tries every way out, to show that each is refused; it is given an address and never any data.
    files: ['src/lib/platform/leak_attempts.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    // It names the storage to empty it, and to keep the views that a reader saves.
    files: ['src/lib/platform/no_storage.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    // It keeps a copy of the program's own files, and no more.
    files: ['src/service-worker/**'],
    rules: {
      ...noEscape,
      'no-restricted-globals': [
        'error',
        ...Object.entries(ESCAPES)
          .filter(([name]) => name !== 'caches')
          .map(([name, message]) => ({ name, message })),
      ],
    },
  },
  {
    // A component here is handed its addresses, resolved by the page that knows them.
    files: ['src/lib/ui/**'],
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  law('src/lib/**', {}),
  ...Object.entries(FORBIDDEN).map(([folder, forbidden]) =>
    law(`src/lib/${folder}/**`, {
      forbidden,
      rows: READS_ROWS.includes(folder),
      makes: folder === 'measures',
      opens: folder === 'disclosure',
      timeless: TIMELESS.includes(folder),
    }),
  ),
  law('src/routes/**', { forbidden: RAW }),
  law('src/cli/**', { rows: true }),
  {
    // The one place that brands.
    files: ['src/lib/disclosure/protect.ts'],
    rules: { 'no-restricted-syntax': ['error', ...navigations, ...clocks] },
  },
  {
    files: ['tests/**'],
    rules: { 'no-restricted-syntax': ['error', ...forgeries] },
  },
);
