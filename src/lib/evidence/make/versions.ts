/** The version of the program and of the package that the engine comes in, as `package.json` says. */
export const appVersion = '0.1.0';
export const enginePackage = { name: 'DuckDB-WASM', version: '1.32.0' } as const;
