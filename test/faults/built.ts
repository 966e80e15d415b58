/** Where the app that these tests start is built, before any of them. */
export const BUILT = 'dist/faults';
